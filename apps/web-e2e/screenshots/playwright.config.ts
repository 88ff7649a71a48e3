import { defineConfig } from '@playwright/test';
import config from '../playwright.config';
import { type Carrier } from '../src/server';

/** `npm run screenshots`: every page in both themes, at three widths and with the browser's font at 200 %, into tmp/screenshots. */
export default defineConfig<object, { carrier: Carrier }>({
  ...config,
  testDir: '.',
  testMatch: 'pages.ts',
  outputDir: '../../../tmp/screenshots-failed',
  retries: 0,
  timeout: 300_000,
  reporter: 'list',
  projects: [{ name: 'screenshots', use: { carrier: 'header' } }],
});
