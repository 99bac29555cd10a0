import type { Page } from '@playwright/test';
import { expect, kindsOfTerms, metricCount, test } from './test.ts';

const field = (page: Page) => page.locator('main').getByRole('searchbox');
const shownTerms = (page: Page) => page.locator('main li[data-kind]:visible > div > a');
const status = (page: Page) => page.locator('main').getByRole('status');

for (const [language, query, term] of [
  ['en', 'churn', 'Churn rate'],
  ['en', 'NPS', 'Net Promoter Score'],
  ['en', 'かいやくりつ', 'Churn rate'],
  ['en', 'chrun rat', 'Churn rate'],
  ['ja', 'かいやく', '解約率'],
  ['ja', 'kaiyakuritsu', '解約率'],
  ['ja', 'ｶｲﾔｸ', '解約率'],
  ['ja', 'Churn rate', '解約率'],
] as const) {
  test(`the index in ${language} is narrowed by “${query}”`, async ({ page }) => {
    await page.goto(`/${language}/terms/`);
    await field(page).fill(query);
    await expect.poll(() => shownTerms(page).count()).toBeLessThan(kindsOfTerms.length / 4);
    await expect(shownTerms(page).filter({ hasText: new RegExp(`^${term}$`) })).toHaveCount(1);
    const shown = await page.locator('main .index li:visible').count();
    await expect(status(page)).toContainText(String(shown));
    // Sections and letters without a term are gone.
    for (const section of await page.locator('.index section:visible').all()) {
      expect(await section.locator('li:visible').count()).toBeGreaterThan(0);
    }
    await expect(page.locator('.index nav a:visible')).toHaveCount(
      await page.locator('.index section:not(.comparisons):visible').count(),
    );
  });
}

test('field and kind narrow the index together', async ({ page }) => {
  await page.goto('/ja/terms/');
  await page.getByRole('radio', { name: /指標/ }).check();
  await field(page).fill('率');
  await expect.poll(() => shownTerms(page).count()).toBeLessThan(metricCount);
  const rates = await shownTerms(page).count();
  expect(rates).toBeGreaterThan(1);
  await page.getByRole('radio', { name: /役割/ }).check();
  await expect(shownTerms(page)).toHaveCount(0);
  await expect(page.locator('.index nav a:visible')).toHaveCount(0);
  await page.getByRole('radio', { name: /すべて/ }).check();
  await expect.poll(() => shownTerms(page).count()).toBeGreaterThanOrEqual(rates);
});

test('the address keeps what the index is narrowed by; Escape clears both', async ({ page }) => {
  await page.goto('/en/terms/');
  await field(page).fill('nps');
  await expect(page).toHaveURL(/\/en\/terms\/\?q=nps$/);
  await expect(shownTerms(page).first()).toHaveText('Net Promoter Score');
  await shownTerms(page).first().click();
  await page.goBack();
  await expect(field(page)).toHaveValue('nps');
  await expect(shownTerms(page).first()).toHaveText('Net Promoter Score');
  await field(page).press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(field(page)).toBeFocused();
  await expect(shownTerms(page)).toHaveCount(kindsOfTerms.length);
  await expect(page).toHaveURL(/\/en\/terms\/$/);
  await expect(status(page)).toHaveText('');
});

test('a name that no page has leads to the search of the texts', async ({ page }) => {
  await page.goto('/en/terms/?q=qqzzqq');
  await expect(status(page)).toHaveText('No page has a name like this.');
  await page.getByRole('link', { name: 'Search the texts' }).click();
  await expect(page).toHaveURL(/\/en\/search\/\?q=qqzzqq$/);
});

test('when the names cannot be loaded, the index stays whole and says why', async ({ page, expectComplaints }) => {
  expectComplaints(/ERR_FAILED/);
  await page.route('**/lexicon.json', (route) => route.abort());
  await page.goto('/en/terms/');
  await field(page).fill('churn');
  await expect(status(page)).toContainText('could not be loaded');
  await expect(shownTerms(page)).toHaveCount(kindsOfTerms.length);
});

test('the names are not loaded before somebody turns to the field, and nothing moves', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/ja/terms/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('lexicon.json'))).toEqual([]);
  const response = page.waitForResponse(/lexicon\.json/);
  await field(page).focus();
  await response;
  const shifts = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
          type: 'layout-shift',
          buffered: true,
        });
        setTimeout(() => resolve(0), 300);
      }),
  );
  expect(shifts).toBe(0);
  const before = await page.locator('.index fieldset').boundingBox();
  await field(page).fill('解約');
  await expect(status(page)).not.toHaveText('');
  expect(await page.locator('.index fieldset').boundingBox()).toEqual(before);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the index shows no field that would do nothing', async ({ page }) => {
    await page.goto('/en/terms/');
    await expect(page.locator('#find-term')).toBeHidden();
    await expect(shownTerms(page)).toHaveCount(kindsOfTerms.length);
  });
});
