/** `npm run screenshots`: builds, and takes every page into tmp/screenshots. Arguments go to Playwright, such as `-g dark`. */
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { run } from './run.mjs';
import { root } from './sources.mjs';

const config = join(root, 'apps/web-e2e/screenshots/playwright.config.ts');

process.env.CHROMIUM_PATH = await ensureBrowser();
const built = await run('nx', ['run-many', '-t', 'build', '-p', 'api,web'], { cwd: root });
process.exitCode = built || (await run('playwright', ['test', '-c', config, ...process.argv.slice(2)], { cwd: root }));
