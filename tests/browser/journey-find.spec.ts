import type { Page } from '@playwright/test';
import { barriersOn } from './barriers.ts';
import { goToView, openMap } from './journey-map-page.ts';
import { expect, test } from './test.ts';

const bar = (page: Page) => page.locator('.journey-find');
const field = (page: Page) => bar(page).getByRole('searchbox');
const marked = (page: Page) =>
  page.evaluate(() =>
    ['journey-found', 'journey-found-here'].map((name) => [...(CSS.highlights.get(name) ?? [])].map(String)),
  );

for (const view of ['Table', 'Outline']) {
  test(`in the ${view.toLowerCase()}, words are found whatever their width and case, one after the other`, async ({
    page,
  }) => {
    await openMap(page);
    await goToView(page, view);
    await bar(page).getByRole('button').click();
    await field(page).fill('ｃｏｆｆｅｅ');
    await expect(bar(page).getByText('1 of 2')).toBeVisible();
    await expect.poll(() => marked(page)).toEqual([['coffee', 'COFFEE'], ['coffee']]);
    await field(page).press('Enter');
    await expect(bar(page).getByText('2 of 2')).toBeVisible();
    await expect(page.locator('.journey-said')).toHaveText('2 of 2: Actions, Order, Waits in line for COFFEE');
    await expect.poll(() => marked(page)).toEqual([['coffee', 'COFFEE'], ['COFFEE']]);
    await field(page).press('Shift+Enter');
    await expect(bar(page).getByText('1 of 2')).toBeVisible();

    await field(page).fill('メニュー');
    await expect.poll(() => marked(page)).toEqual([['ﾒﾆｭｰ'], ['ﾒﾆｭｰ']]);
    await field(page).press('Escape');
    await expect(page.getByRole('button', { name: /outside is hard/ }).first()).toBeFocused();
    await expect.poll(() => marked(page)).toEqual([[], []]);
  });
}

test('the slash opens it from the table, and writes a slash in a text', async ({ page }) => {
  await openMap(page);
  await page.getByRole('button', { name: /^Is in a hurry/ }).focus();
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('a/b');
  await expect(field(page)).toHaveValue('a/b');
  await expect(bar(page).getByText('0 of 0')).toBeVisible();
  await field(page).press('Escape');
  await expect(bar(page).getByRole('button')).toBeFocused();
});

test('owners, evidence, stages and lanes are found too', async ({ page }) => {
  await openMap(page);
  await bar(page).getByRole('button').click();
  await field(page).fill('shop manager');
  await field(page).press('Escape');
  await expect(page.getByRole('button', { name: /^Is in a hurry/ })).toBeFocused();
  await bar(page).getByRole('button').click();
  await field(page).fill('counter');
  await field(page).press('Escape');
  await expect(page.getByRole('button', { name: 'Behind the counter', exact: true })).toBeFocused();
});

test('axe finds nothing while it is open', async ({ page }) => {
  await openMap(page, undefined, 'ja');
  await bar(page).getByRole('button').click();
  await field(page).fill('coffee');
  expect(await barriersOn(page, '.journey-find')).toEqual([]);
});
