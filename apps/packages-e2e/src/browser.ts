import { type Browser, chromium } from '@playwright/test';

/** Milliseconds a page may take, on a machine with other work to do. */
export const PATIENCE = 30_000;

/** Chromium; CHROMIUM_PATH is set by `npm test`. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
