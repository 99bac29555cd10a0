import type { Page } from '@playwright/test';
import { largeMap } from '../unit/journey-map-arbitraries.ts';
import { goToView, openMap } from './journey-map-page.ts';
import { expect, test } from './test.ts';

const printed = (page: Page) => page.locator('.printed-map');

/** The pages of what the browser prints, by width and height in points. */
async function pagesOf(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const sizes = [...pdf.matchAll(/\/Type \/Page\b[^s][\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return sizes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]);
}

const [a4, a3] = [
  [842, 595],
  [1191, 842],
];

test('a map is one page on its long side, from the table and from other views', async ({ page }) => {
  await openMap(page);
  expect(await pagesOf(page)).toEqual([a4]);
  await goToView(page, 'Present');
  expect(await pagesOf(page)).toEqual([a4]);
});

test('the largest map fits on one page, or is laid out on several with headings on each', async ({ page }) => {
  await openMap(page, largeMap(30, 12, 2_000));
  await goToView(page, 'Share');
  await page.getByRole('radio', { name: 'A3' }).check();
  expect(await pagesOf(page)).toEqual([a3]);
  await page.getByRole('radio', { name: /^Text of one size/ }).check();
  const pages = await pagesOf(page);
  expect(pages.length).toBeGreaterThanOrEqual(4);
  expect(new Set(pages.map(String))).toEqual(new Set([String(a3)]));

  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const sections = printed(page).locator('section');
  await expect(sections).toHaveCount(4);
  await expect(sections.last().locator('th[scope=col]')).toHaveText(
    ['Stage 24', ...Array.from({ length: 6 }, (_, index) => `Stage ${index + 25}`)].slice(-7),
  );
  await expect(sections.last().locator('th[scope=row]')).toHaveCount(13);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(printed(page)).toHaveCount(0);
});

test('all that the cards say is printed, in letters that fill the page, and nothing of the page around it', async ({
  page,
}) => {
  await openMap(page);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  for (const text of ['A café on the corner', 'Aoi, a guest', 'Search', 'Waits in line for COFFEE', 'Shop manager']) {
    await expect(printed(page).getByText(text).first()).toBeVisible();
  }
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(printed(page)).toHaveCSS('font-size', /^1[34]\.\d+px$/);
});

test('views that are no picture of the map are printed as they are', async ({ page }) => {
  await openMap(page);
  await goToView(page, 'Analysis');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(printed(page)).toHaveCount(0);
});
