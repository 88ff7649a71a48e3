import { defineConfig } from '@playwright/test';
import { type Carrier } from './src/server';

const isRoot = process.getuid?.() === 0;

/** Journeys through the built site and server in a real browser; CHROMIUM_PATH is set by `npm test`. */
export default defineConfig<object, { carrier: Carrier }>({
  testDir: 'src',
  testMatch: '*.spec.ts',
  outputDir: '../../tmp/journeys',
  workers: 1,
  // A browser on a busy machine gets a second chance; `npm test` names every journey that took it.
  retries: 1,
  // A machine with other work to do takes its time: what is awaited is a fact, these are how long before it counts as missing.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['../../tools/playwright-count-reporter.mjs', { project: 'web-e2e' }]],
  /**
   * Every journey twice: with the access token in the site's hands, and in a cookie. There one tab's login signs the other tabs out
   * at once, so that nobody can be two people.
   */
  projects: [
    { name: 'header', testIgnore: 'cookies.spec.ts', use: { carrier: 'header' } },
    { name: 'cookie', testIgnore: ['dialects.spec.ts', 'somebody-else.spec.ts'], use: { carrier: 'cookie' } },
  ],
  use: {
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
