import type { Page } from '@playwright/test';
import { handbookAddress } from '../../playwright.config.ts';
import { expect, test } from './test.ts';

test.beforeEach(({ expectComplaints }) => {
  expectComplaints(/status of 404/);
});

/** What is offered in a language. */
const offered = (page: Page, language: string) => page.locator(`main section[lang=${language}] li a`);

for (const [path, language, page] of [
  ['/en/terms/chrun-rate/', 'en', '/en/terms/churn-rate/'],
  ['/ja/terms/churnrate', 'ja', '/ja/terms/churn-rate/'],
  ['/en/churn/', 'en', '/en/terms/churn-rate/'],
  ['/ja/terms/%E8%A7%A3%E7%B4%84%E7%8E%87/', 'ja', '/ja/terms/churn-rate/'],
  ['/en/compare/upsell-vs-crossell/', 'en', '/en/compare/upsell-vs-cross-sell/'],
  ['/en/trainer/', 'en', '/en/trainers/'],
] as const) {
  test(`at ${path} the page that was meant is offered first`, async ({ page: browser }) => {
    const response = await browser.goto(path);
    expect(response?.status()).toBe(404);
    await expect(offered(browser, language).first()).toHaveAttribute('href', page);
    expect(await offered(browser, language).count()).toBeLessThanOrEqual(5);
    await expect(offered(browser, language === 'en' ? 'ja' : 'en')).toHaveCount(0);
  });
}

test('an address in no language of the site is answered in all of them', async ({ page }) => {
  await page.goto('/fr/terms/churn-rate/');
  await expect(offered(page, 'en').first()).toHaveAttribute('href', '/en/terms/churn-rate/');
  await expect(offered(page, 'ja').first()).toHaveText('解約率');
});

test('the words of the address are in the field of the search', async ({ page }) => {
  await page.goto('/ja/terms/touch-piont/');
  const search = page.getByRole('search', { name: '検索' });
  await expect(search.getByRole('searchbox')).toHaveValue('touch piont');
  await search.getByRole('button').click();
  await expect(page).toHaveURL(/\/ja\/search\/\?q=touch\+piont$/);
});

test('words like nothing here offer nothing, and markup stays text', async ({ page }) => {
  await page.goto(`/en/${encodeURIComponent('<img src=x onerror=alert(1)>')}/`);
  await expect(page.getByRole('search', { name: 'Search' }).getByRole('searchbox')).toHaveValue(/^<img src=x/);
  await page.goto('/en/24680');
  await expect(page.getByText('Did you mean')).toBeHidden();
  await page.goto('/en/%E0%A4%A/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('without the names the page is as it was', async ({ page, expectComplaints }) => {
  expectComplaints(/ERR_FAILED/);
  await page.route('**/lexicon.json', (route) => route.abort());
  await page.goto('/en/terms/chrun-rate/');
  await expect(page.getByRole('search', { name: 'Search' }).getByRole('searchbox')).toHaveValue('chrun rate');
  await expect(page.getByText('Did you mean')).toBeHidden();
});

test('all of it works below a base path', async ({ page }) => {
  await page.goto(`${handbookAddress}/handbook/ja/terms/deeper/churnrate/`);
  await offered(page, 'ja').first().click();
  await expect(page).toHaveURL(`${handbookAddress}/handbook/ja/terms/churn-rate/`);
});
