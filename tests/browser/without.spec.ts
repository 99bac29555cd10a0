import { expect, metricCount, test } from './test.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the front page offers both languages', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: '日本語' }).click();
    await expect(page).toHaveURL(/\/ja\/$/);
  });

  test('a term is read, its links are followed, its answers open and the language is switched', async ({ page }) => {
    await page.goto('/ja/terms/churn-rate/');
    await page.locator('.check summary').first().click();
    await expect(page.locator('.check details p').first()).toBeVisible();
    await page.locator('main p a[href*="/terms/"]').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/terms\//);
  });

  test('the index is narrowed to one kind', async ({ page }) => {
    await page.goto('/en/terms/');
    await page.getByRole('radio', { name: /Metric/ }).check();
    await expect(page.locator('main li[data-kind]:visible')).toHaveCount(metricCount);
  });

  test('the calculator shows its example with formula and table, and says that the numbers cannot be changed', async ({
    page,
  }) => {
    await page.goto('/en/calculators/ltv/');
    await expect(page.locator('output[name=ltv]')).toHaveText('$1,600');
    await expect(page.locator('.working math').first()).toBeVisible();
    await page.getByText('Show the numbers').click();
    await expect(page.getByRole('table')).toBeVisible();
    await expect(page.locator('noscript p')).toContainText('JavaScript is off');
    await expect(page.getByRole('textbox', { name: 'Churn per month' })).toBeDisabled();
  });

  test('the search says what it needs and leads to the index', async ({ page }) => {
    await page.goto('/en/');
    await page.locator('search-opener a').click();
    await expect(page.locator('noscript p')).toContainText('Search needs JavaScript');
    await page.locator('noscript a').click();
    await expect(page).toHaveURL(/\/en\/terms\/$/);
  });
});

test('with storage blocked every page works; choices last as long as the page', async ({ page }) => {
  await page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: blocked });
    Object.defineProperty(window, 'sessionStorage', { get: blocked });
  });
  await page.goto('/en/');
  await page.getByRole('banner').getByRole('link', { name: '日本語' }).click();
  await expect(page).toHaveURL(/\/ja\/$/);
  await page.goto('/en/terms/churn-rate/');
  await page.locator('main p a[href*="/terms/"]').first().hover();
  await page.locator('#preview').getByRole('button').click();
  await expect(page.locator('#preview')).toBeHidden();
  await page.mouse.move(5, 5);
  await page.locator('main p a[href*="/terms/"]').first().hover();
  await page.waitForTimeout(500);
  await expect(page.locator('#preview')).toBeHidden();
  await page.goto('/en/calculators/ltv/');
  await page.getByRole('textbox', { name: 'Churn per month' }).fill('4');
  await expect(page.locator('output[name=ltv]')).toHaveText('$2,000');
});

test('a wrong address is answered in both languages with a way on', async ({ page, expectComplaints }) => {
  expectComplaints(/404/);
  await page.goto('/ja/terms/no-such-term/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
  await page.getByRole('link', { name: '日本語' }).click();
  await expect(page).toHaveURL(/\/ja\/terms\/$/);
});

test('nothing is asked of any other site', async ({ page }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1')) foreign.push(request.url());
  });
  for (const path of ['/en/', '/ja/terms/churn-rate/', '/en/calculators/ltv/', '/ja/search/?q=NPS']) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }
  expect(foreign).toEqual([]);
});
