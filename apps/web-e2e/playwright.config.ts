import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** Journeys through the built site and server in a real browser; CHROMIUM_PATH is set by `npm test`. */
export default defineConfig({
  testDir: 'src',
  testMatch: '*.spec.ts',
  outputDir: '../../tmp/journeys',
  workers: 1,
  timeout: 30_000,
  reporter: [['list'], ['../../tools/playwright-count-reporter.mjs', { project: 'web-e2e' }]],
  use: {
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: ['--disable-background-networking', ...(isRoot ? ['--no-sandbox'] : [])],
    },
  },
});
