import { type Page } from '@playwright/test';
import { expect, test, Visitor } from '../src/journey';
import { people } from './people';
import { type Shot, shots } from './shots';

const folder = 'tmp/screenshots';
const WIDTHS = [320, 768, 1280];
const HEIGHT = 800;

/** As somebody sets it in the browser's settings: 32 px in place of 16. */
async function doubleFont(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

async function take(visitor: Visitor, { name, path, heading, link, prepare }: Shot, look: string, widths = WIDTHS) {
  const { page } = visitor;
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT });
    await visitor.open(path);
    if (look.endsWith('200')) await doubleFont(page);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    if (link) {
      await page.getByRole('link', { name: link }).click();
      await expect(page.getByRole('heading', { level: 1, name: link })).toBeVisible();
    }
    await page.waitForLoadState('networkidle');
    await prepare?.(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) console.log(`${name} at ${width} px, ${look}: ${overflow} px lie beside the screen`);
    await page.screenshot({
      path: `${folder}/${name}-${look}-${width}.png`,
      fullPage: !prepare && !look.endsWith('200'),
      animations: 'disabled',
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page, ${colorScheme}`, async ({ page, server }) => {
    const visitor = new Visitor(page, server, `ada@${colorScheme}.example.com`);
    await page.emulateMedia({ colorScheme });
    for (const shot of shots.filter(({ isForStrangers }) => isForStrangers)) await take(visitor, shot, colorScheme);
    await people(visitor);
    for (const shot of shots.filter(({ isForStrangers }) => !isForStrangers)) await take(visitor, shot, colorScheme);
    for (const shot of shots.filter(({ isForStrangers }) => !isForStrangers))
      await take(visitor, shot, `${colorScheme}-200`);
    await page.context().clearCookies();
    await page.evaluate(() => localStorage.clear());
    for (const shot of shots.filter(({ isForStrangers }) => isForStrangers))
      await take(visitor, shot, `${colorScheme}-200`);
  });
}
