import type { Page } from '@playwright/test';
import { barriersOn } from './barriers.ts';
import { goToView, openMap } from './journey-map-page.ts';
import { expect, test } from './test.ts';

const room = (page: Page) => page.getByRole('region', { name: 'Present' });
const progress = (page: Page) => room(page).getByRole('status');
const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement !== null);

test.beforeEach(async ({ page }) => {
  await openMap(page);
});

test('the whole journey comes first, then stage by stage, told in words', async ({ page }) => {
  await goToView(page, 'Present');
  await expect(progress(page)).toHaveText('Overview');
  await expect(room(page).getByRole('heading')).toHaveText('A café on the corner');
  await expect(room(page).getByRole('listitem')).toHaveText(['Search', 'Order', 'Leave']);
  await expect(room(page).locator('.curve-now circle')).toHaveCount(2);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(progress(page)).toHaveText('Stage 1 of 3: Search');
  await expect(room(page).getByText('Looks for coffee near the station')).toBeVisible();
  await expect(room(page).getByText('Waits in line')).toHaveCount(0);
});

test('keys turn the pages on the full screen, and Escape leaves it', async ({ page }) => {
  await goToView(page, 'Present');
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect.poll(() => isFull(page)).toBe(true);
  for (const [key, words] of [
    ['ArrowRight', 'Stage 1 of 3: Search'],
    [' ', 'Stage 2 of 3: Order'],
    ['PageDown', 'Stage 3 of 3: Leave'],
    ['PageDown', 'Stage 3 of 3: Leave'],
    ['Shift+ ', 'Stage 2 of 3: Order'],
    ['PageUp', 'Stage 1 of 3: Search'],
    ['ArrowLeft', 'Overview'],
    ['End', 'Stage 3 of 3: Leave'],
    ['Home', 'Overview'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(progress(page)).toHaveText(words);
  }
  await room(page).getByRole('heading').click();
  await expect(progress(page)).toHaveText('Stage 1 of 3: Search');
  await page.keyboard.press('Escape');
  await expect.poll(() => isFull(page)).toBe(false);
  await expect(room(page)).not.toHaveAttribute('data-full');
});

test('where the browser allows no full screen, the window is filled', async ({ page }) => {
  await page.evaluate(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
  });
  await goToView(page, 'Present');
  await page.getByRole('button', { name: 'Full screen' }).click();
  await page.keyboard.press('ArrowRight');
  await expect(progress(page)).toHaveText('Stage 1 of 3: Search');
  expect(await room(page).boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
  await page.keyboard.press('Escape');
  await expect(room(page)).not.toHaveAttribute('data-full');
});

test('only the lanes of the reading are shown', async ({ page }) => {
  await page.getByLabel('Reading').selectOption({ label: 'Seller’s view' });
  await goToView(page, 'Present');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(room(page).getByRole('heading', { level: 3 })).toHaveText(['Actions', 'Behind the counter']);
});

test('axe finds nothing on any page of it', async ({ page }) => {
  await goToView(page, 'Present');
  for (let slide = 0; slide < 3; slide += 1) {
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Next' }).click();
  }
});
