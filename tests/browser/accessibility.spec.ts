import { locales } from '../../src/lib/i18n/locales.ts';
import { barriersOn } from './barriers.ts';
import { expect, pageKinds, test } from './test.ts';

for (const path of ['/', '/404.html', ...locales.flatMap((locale) => pageKinds.map((kind) => `/${locale}/${kind}`))]) {
  test(`axe finds nothing on ${path}`, async ({ page }) => {
    // The chooser goes on by itself for whoever has a language; this asks it to stay.
    await page.goto(path === '/' ? '/#choose' : path);
    expect(await barriersOn(page)).toEqual([]);
  });
}

test('axe finds nothing in the search dialog, empty and with results', async ({ page }) => {
  await page.goto('/ja/');
  await page.keyboard.press('/');
  const field = page.getByRole('dialog').getByRole('searchbox');
  await expect(field).toBeFocused();
  expect(await barriersOn(page)).toEqual([]);
  await field.fill('解約');
  await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
  expect(await barriersOn(page)).toEqual([]);
});

for (const [state, search] of [
  ['results', 'en/search/?q=churn'],
  ['words that are missing', 'en/search/?q=bullfighting+zebra'],
  ['nothing found', 'en/search/?q=customrloyaltiesmith'],
  ['nothing of a kind', 'ja/search/?q=稟議&kind=calculator'],
  ['results in the other language', 'en/search/?q=稟議'],
] as const) {
  test(`axe finds nothing on the search page with ${state}`, async ({ page }) => {
    await page.goto(`/${search}`);
    await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
    await expect(page.locator('search-panel').getByRole('status')).not.toBeEmpty();
    expect(await barriersOn(page)).toEqual([]);
  });
}

test('axe finds nothing in the calculator with a problem, an open table and the other model', async ({ page }) => {
  await page.goto('/en/calculators/ltv/#v=1&model=discounted&churn=0.02&expansion=0.05&annualDiscountRate=0&zzz=1');
  await page.getByText('Show the numbers').click();
  await page.getByRole('textbox', { name: 'Gross margin' }).fill('12,5');
  await expect(page.getByRole('button', { name: '12.5%' })).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
});

test('axe finds nothing in an opened preview and an opened answer', async ({ page }) => {
  await page.goto('/ja/terms/churn-rate/');
  await page.locator('.check summary').first().click();
  await page.locator('main p a[href*="/terms/"]').first().focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('#preview')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
});
