import { handbookAddress } from '../../playwright.config.ts';
import { expect, test } from './test.ts';

const go = (language: string, query: string) => `/${language}/go/?${new URLSearchParams({ q: query })}`;

for (const [language, query, path] of [
  ['en', 'nps', '/en/terms/net-promoter-score/'],
  ['ja', 'NPS', '/ja/terms/net-promoter-score/'],
  ['en', 'chrun rate', '/en/terms/churn-rate/'],
  ['ja', 'かいやくりつ', '/ja/terms/churn-rate/'],
  ['ja', 'kaiyaku-ritsu', '/ja/terms/churn-rate/'],
  ['en', '解約率', '/en/terms/churn-rate/'],
  ['en', 'how to calculate churn', '/en/terms/churn-rate/#how'],
  ['ja', '解約率の計算方法', '/ja/terms/churn-rate/#how'],
  ['en', 'difference between upsell and cross-sell', '/en/compare/upsell-vs-cross-sell/'],
  ['en', 'journey map tool', '/en/journey-map/'],
] as const) {
  test(`a link by name leads on: ${go(language, query)}`, async ({ page, baseURL }) => {
    await page.goto(go(language, query));
    await expect(page).toHaveURL(`${baseURL}${path}`);
    const { hash } = new URL(page.url());
    if (hash) await expect(page.locator(hash)).toBeInViewport();
  });
}

test('a link by name may choose the section itself', async ({ page }) => {
  await page.goto(`${go('en', 'churn')}#mistakes`);
  await expect(page).toHaveURL(/\/en\/terms\/churn-rate\/#mistakes$/);
});

test('a link by name does not stand between a reader and the page before', async ({ page }) => {
  await page.goto('/ja/trainers/');
  await page.goto(go('ja', 'NPS'));
  await expect(page).toHaveURL(/\/ja\/terms\/net-promoter-score\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/ja\/trainers\/$/);
});

test('when no page fits, the search opens with the same words', async ({ page }) => {
  await page.goto(go('en', 'zzzz qqqq'));
  await expect(page).toHaveURL(/\/en\/search\/\?q=zzzz\+qqqq$/);
  await expect(page.getByRole('searchbox')).toHaveValue('zzzz qqqq');
  await page.goto('/ja/go/');
  await expect(page).toHaveURL(/\/ja\/search\/$/);
});

for (const [language, query] of [
  ['en', 'banana bread recipe'],
  ['ja', '味噌汁の作り方'],
] as const) {
  test(`a question about something else leads to no page: ${query}`, async ({ page }) => {
    await page.goto(go(language, query));
    await expect(page).toHaveURL(/\/search\/\?q=/);
    await expect(page.locator('.search-nothing')).toBeVisible();
  });
}

test('odd words lead somewhere all the same', async ({ page }) => {
  for (const query of ['()[]*+?', '😀', '\u202e\u200f', '<script>alert(1)</script>', '解'.repeat(500)]) {
    await page.goto(go('ja', query));
    await expect(page).not.toHaveURL(/\/go\//);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  // Not even UTF-8
  await page.goto('/en/go/?q=%ED%A0%80%');
  await expect(page).toHaveURL(/\/en\/search\/\?q=/);
});

test('when the names cannot be loaded, the search opens and says so', async ({ page, expectComplaints }) => {
  expectComplaints(/ERR_FAILED/);
  await page.route('**/lexicon.json', (route) => route.abort());
  await page.goto(go('en', 'nps'));
  await expect(page).toHaveURL(/\/en\/search\/\?q=nps$/);
});

test('a name needs nothing but the names; without what else is asked, they answer alone', async ({
  page,
  complaints,
}) => {
  await page.route('**/asked.json', (route) => route.abort());
  await page.goto(go('en', 'nps'));
  await expect(page).toHaveURL(/\/en\/terms\/net-promoter-score\/$/);
  expect(complaints).toEqual([]);
  await page.goto(go('en', 'how to calculate churn'));
  await expect(page).toHaveURL(/\/en\/terms\/churn-rate\/#how$/);
  complaints.length = 0;
});

test('a link by name works below a base path', async ({ page }) => {
  await page.goto(`${handbookAddress}/handbook${go('ja', 'NPS')}`);
  await expect(page).toHaveURL(`${handbookAddress}/handbook/ja/terms/net-promoter-score/`);
  await page.goto(`${handbookAddress}/handbook${go('en', 'zzzz')}`);
  await expect(page).toHaveURL(`${handbookAddress}/handbook/en/search/?q=zzzz`);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a link by name shows the ways to the page', async ({ page }) => {
    await page.goto(go('en', 'nps'));
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: 'Look for it in the search' })).toHaveAttribute('href', '/en/search/');
    await main.getByRole('link', { name: /A to Z/ }).click();
    await expect(page).toHaveURL(/\/en\/terms\/$/);
  });
});

test('the browser’s address bar searches the glossary', async ({ page, request }) => {
  await page.goto('/ja/terms/');
  const description = await page.locator('link[rel=search]').getAttribute('href');
  const text = await (await request.get(description ?? '')).text();
  const [, template = ''] = /<Url type="text\/html"[^>]*template="([^"]+)"/.exec(text) ?? [];
  const { pathname, search } = new URL(template.replace('{searchTerms}', encodeURIComponent('解約率 & 継続率')));
  await page.goto(pathname + search);
  await expect(page).toHaveURL(/\/ja\/search\//);
  await expect(page.getByRole('searchbox')).toHaveValue('解約率 & 継続率');
  await expect(page.locator('#search-results a').first()).toBeVisible();
});
