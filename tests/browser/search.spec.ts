import type { Page } from '@playwright/test';
import { handbookAddress } from '../../playwright.config.ts';
import { expect, test } from './test.ts';

const results = (page: Page) => page.locator('#search-results');
async function searched(page: Page) {
  await expect(results(page)).toHaveAttribute('aria-busy', 'false');
  return results(page).locator('li > a');
}

const found: readonly [language: string, query: string, first: RegExp][] = [
  ['ja', 'チャーンレート', /churn-rate/],
  ['ja', 'ちゃーん', /churn-rate/],
  ['ja', 'ｶｽﾀﾏｰｼﾞｬｰﾆｰ', /customer-journey/],
  ['ja', 'ＬＴＶ', /customer-lifetime-value/],
  ['ja', 'こきゃくまんぞく', /customer-satisfaction/],
  ['ja', 'lifetime value', /customer-lifetime-value/],
  ['ja', 'CS', /terms\/cs\//],
  ['ja', 'サポートとサクセスの違い', /customer-success-vs-customer-support/],
  ['ja', 'エヌピーエス', /net-promoter-score/],
  ['en', 'churn', /churn-rate/],
  ['en', 'difference between support and success', /customer-success-vs-customer-support/],
  ['en', '解約率', /churn-rate/],
  ['en', 'かいやくりつ', /churn-rate/],
  ['en', 'promoters', /net-promoter-score/],
  ['en', 'mot', /moment-of-truth/],
];

for (const [language, query, first] of found) {
  test(`in ${language}, ${query} finds first ${first.source}`, async ({ page }) => {
    await page.goto(`/${language}/search/?q=${encodeURIComponent(query)}`);
    await expect((await searched(page)).first()).toHaveAttribute('href', first);
  });
}

test('the full text of the language is searched below the names', async ({ page }) => {
  await page.goto('/ja/search/?q=稟議');
  await expect(results(page).locator('.hit-excerpt mark').first()).toContainText('稟議');
  await page.goto('/en/search/?q=bullfighting');
  await expect(results(page).locator('li > a').first()).toHaveText('Moment of truth');
  for (const href of await results(page)
    .locator('li > a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
    expect(href).toMatch(/^\/en\//);
  }
});

test('a Japanese compound is found on every page whose text holds it', async ({ page }) => {
  await page.goto('/ja/search/?q=解約率');
  await expect((await searched(page)).first()).toHaveText('解約率');
  expect(await results(page).locator('li').count()).toBeGreaterThanOrEqual(5);
});

test.describe('the dialog', () => {
  test('opens with Ctrl K from any page, is walked with arrow keys and closes with Escape', async ({ page }) => {
    await page.goto('/en/terms/cs/');
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').getByRole('searchbox');
    await expect(field).toBeFocused();
    await page.keyboard.type('customer s');
    await searched(page);
    await page.keyboard.press('ArrowDown');
    await expect(results(page).locator('a').first()).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('takes what is typed before it has loaded', async ({ page }) => {
    await page.route('**/en/search/', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 800));
      await route.continue();
    });
    await page.goto('/en/');
    await page.keyboard.press('/');
    await page.keyboard.type('churn');
    await expect(page.getByRole('dialog').getByRole('searchbox')).toHaveValue('churn');
    await expect(results(page).locator('a').first()).toHaveText('Churn rate');
  });

  test('opens the first hit when Enter is pressed before it is there', async ({ page }) => {
    await page.route('**/lexicon.json', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.goto('/en/');
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('searchbox').fill('nps');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/en\/terms\/net-promoter-score\/$/);
  });

  test('does not open while a slash is typed into a field', async ({ page }) => {
    await page.goto('/en/calculators/ltv/');
    await expect(page.getByRole('textbox', { name: 'Churn per month' })).toBeEnabled();
    await page.getByRole('textbox', { name: 'Churn per month' }).press('/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('opens by a click on the header and says what it found', async ({ page }) => {
    await page.goto('/ja/');
    await page.locator('search-opener a').click();
    await page.getByRole('dialog').getByRole('searchbox').fill('存在しない言葉xyz');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('存在しない言葉xyz');
  });
});

test.describe('a bad query', () => {
  test('of 10,000 characters is cut, and the page says so', async ({ page }) => {
    await page.goto('/en/search/');
    await page.getByRole('main').getByRole('searchbox').fill('churn '.repeat(1700));
    await searched(page);
    await expect(page.getByRole('status')).toContainText('only the first 200 characters');
  });

  test('that is a script is a text like any other', async ({ page }) => {
    await page.goto(`/en/search/?q=${encodeURIComponent('<img src=x onerror=alert(1)><script>alert(2)</script>')}`);
    await searched(page);
    await expect(page.getByRole('status')).toContainText('<img src=x onerror=alert(1)>');
    await expect(page.locator('main img')).toHaveCount(0);
  });
});

test('when the full text cannot load, names are still found and the page says what is missing', async ({
  page,
  expectComplaints,
}) => {
  expectComplaints(/Failed to load resource|Failed to fetch|pagefind/i);
  await page.context().route('**/pagefind/**', (route) => route.abort());
  await page.goto('/ja/search/?q=かいやくりつ');
  await expect((await searched(page)).first()).toHaveText('解約率');
  await expect(page.getByRole('status')).toContainText('本文の索引を読み込めなかった');
});

test('when the names cannot load, the full text is still searched and the page says so', async ({
  page,
  expectComplaints,
}) => {
  expectComplaints(/Failed to load resource/);
  await page.route('**/lexicon.json', (route) => route.abort());
  await page.goto('/en/search/?q=bullfighting');
  await expect((await searched(page)).first()).toHaveText('Moment of truth');
  await expect(page.getByRole('status')).toContainText('The list of names could not be loaded');
});

test('on a slow network the names appear before the full text', async ({ page }) => {
  await page.context().route('**/pagefind/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await page.goto('/en/search/?q=churn');
  await expect(results(page).locator('li > a').first()).toHaveText('Churn rate');
  await expect(results(page)).toHaveAttribute('aria-busy', 'true');
});

test('below a base path the search finds names and text, and its links stay there', async ({ page }) => {
  await page.goto(`${handbookAddress}/handbook/ja/`);
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('searchbox').fill('稟議');
  const links = await searched(page);
  await expect(links.first()).toHaveAttribute('href', /^\/handbook\/ja\//);
  await links.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
