import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const calculator = '/en/calculators/churn/';
const output = (page: Page, name: string) => page.locator(`output[name="${name}"]`);
const unrounded = async (page: Page, name: string) => Number(await output(page, name).getAttribute('data-value'));
const telco = readFileSync(new URL('../vectors/data/telco_churn_reduced.csv', import.meta.url));

/** Opens the model for lists and gives it a file, with the columns as they are guessed. */
async function read(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(`${calculator}#v=1&model=customers`);
  const buffer = typeof content === 'string' ? Buffer.from(content) : content;
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Read the table' }).click();
}

test.describe('churn from counts', () => {
  test('is said in words, for other lengths of time, and as a picture with its band', async ({ page }) => {
    await page.goto(calculator);
    await page.getByRole('textbox', { name: /^customers lost/i }).fill('30');
    await expect(output(page, 'customerChurnRate')).toHaveText('5%');
    await expect(page.getByText('30 of 600 customers left within 1 month')).toContainText('between 3.5% and 7%');
    const table = page.getByRole('region', { name: 'The same churn per month, quarter and year' });
    await expect(table.getByRole('row', { name: /per year/ })).toContainText('46%35% to 58.4%54%');
    await expect(page.locator('.chart-band')).toHaveCount(1);
    await expect(page.locator('figcaption').first()).toContainText('If churn stays at 5% a month, 54% of customers');
  });

  test('goes to the lifetime-value calculator with a link', async ({ page }) => {
    await page.goto(`${calculator}#v=1&model=counts&customersAtStart=600&customersLost=30&months=1`);
    await page.getByRole('link', { name: 'Lifetime value at a churn of 5% a month' }).click();
    await expect(page).toHaveURL(/\/en\/calculators\/ltv\/#.*model=simple.*churn=0\.05/);
    await expect(page.getByRole('textbox', { name: 'Churn per month' })).toHaveValue('5');
  });
});

test('scenarios of churn become scenarios of lifetime value', async ({ page }) => {
  await page.goto(`${calculator}#v=1&model=counts&2.customersLost=30`);
  await page.getByRole('link', { name: 'Lifetime value at a churn of 3%, 5% a month' }).click();
  await expect(page.locator('input[name="churn"]')).toHaveValue('3');
  await expect(page.locator('input[name="2.churn"]')).toHaveValue('5');
});

test('movements of revenue of two scenarios have a bridge each', async ({ page }) => {
  await page.goto(`${calculator}#v=1&model=movements&2.churnedRevenue=10000`);
  await expect(page.locator('figcaption')).toContainText([/Scenario 1: .*113,000/, /Scenario 2: .*106,000/]);
});

test('movements of revenue are told in words', async ({ page }) => {
  await page.goto(`${calculator}#v=1&model=movements&currency=USD`);
  await expect(output(page, 'nrr')).toHaveText('100%');
  await expect(page.getByText('the same customers still pay $95,000')).toBeVisible();
  await expect(page.locator('figcaption').first()).toContainText(
    '$100,000 became $113,000: $18,000 came in, $5,000 went.',
  );
});

test.describe('a customer list', () => {
  // Medians: SciPy 1.17. Customer-months: counted with Python.
  test('leads from the file to the median and to whether contracts differ', async ({ page }) => {
    await read(page, 'telco.csv', telco);
    await expect(page.getByText(': 7,043; left: 1,869.')).toBeVisible();
    expect(await unrounded(page, 'churn')).toBeCloseTo(1869 / 227_990, 12);
    await expect(output(page, 'medianLifetime')).toHaveText('More than half are still there');
    await expect(output(page, 'groupsPValue')).toContainText('unlikely to be chance alone');
    expect(await unrounded(page, 'groupsPValue')).toBeLessThan(1e-9);
    const monthly = page.getByRole('row', { name: /^Month-to-month/ }).first();
    await expect(monthly).toContainText('35 months');
    await expect(monthly).toContainText('leaves sooner');
    await page.getByRole('radio', { name: 'years' }).check();
    await expect(page.locator('figcaption').first()).toContainText('In their first year');
  });

  test('with dates shows rates, cohorts and revenue, counted in months, quarters or years', async ({ page }) => {
    await page.goto(`${calculator}#v=1&model=customers`);
    await page.getByRole('button', { name: /Billing export/ }).click();
    await page.getByRole('button', { name: 'Read the table' }).click();
    await expect(page.getByRole('heading', { name: 'Churn over time' })).toBeVisible();
    for (const name of [
      'Revenue kept',
      'Cohorts',
      'Churn by time as a customer',
      'How long customers stay',
      'Segments compared',
    ]) {
      await expect(page.getByRole('heading', { name })).toBeVisible();
    }
    expect(await unrounded(page, 'medianLifetime')).toBeGreaterThan(10);
    const cohorts = page.getByRole('region', { name: 'Cohorts' });
    await cohorts.getByRole('radio', { name: 'revenue per month' }).check();
    await cohorts.getByText('Show the numbers').click();
    await expect(cohorts.getByRole('cell').first()).toHaveText(/^[$¥]/);
    await page.getByRole('radio', { name: 'years' }).check();
    await expect(cohorts.getByRole('rowheader').first()).toHaveText(/^20\d\d$/);
  });

  test('can be complete up to a later day than its last date', async ({ page }) => {
    const rows = Array.from({ length: 60 }, (_, index) => {
      const month = String((index % 6) + 1).padStart(2, '0');
      return `c${index},2025-${month}-05,${index % 3 === 0 ? `2025-0${(index % 6) + 3}-20` : ''}`;
    });
    await read(page, 'list.csv', ['customer,start,end', ...rows].join('\n'));
    await expect(page.getByText('Looked at from Jan 5, 2025 to Jun 20, 2025.')).toBeVisible();
    await page.getByLabel('The list is complete up to').fill('2025-12-31');
    await expect(page.getByText('Looked at from Jan 5, 2025 to Dec 31, 2025.')).toBeVisible();
    await expect(page.getByText('In Dec 2025, 0 of the 40 customers')).toBeVisible();
  });

  test('hands over to the lifetime-value calculator how long customers stay, and what they pay', async ({ page }) => {
    await read(page, 'telco.csv', telco);
    const link = (paid: string) =>
      page.getByRole('link', { name: `Lifetime value from how long these customers stay, if they pay ${paid}` });
    await expect(link('quarterly')).toHaveAttribute(
      'href',
      /#v=1&model=retention&survivors=7043,6\d{3},[\d,]+&period=3&/,
    );
    // 64.7617: mean of the monthly charges, by Python.
    await link('monthly').click();
    await expect(page).toHaveURL(/survivors=7043,6\d{3},[\d,]+&period=1&/);
    await expect(page.getByRole('textbox', { name: 'Average revenue per account' })).toHaveValue('64.7617');
  });

  test('says what is wrong with it, and keeps the list before', async ({ page }) => {
    const rows = Array.from({ length: 40 }, (_, index) => `c${index},2025-01-10,2025-0${(index % 8) + 1}-28`);
    const bad = [
      'c0,2025-01-10,',
      'd1,2025-05-01,2025-04-30',
      'd2,2025-02-31,',
      'd3,2099-01-01,',
      'd4,2025-03-01,2099-01-01',
    ];
    await read(page, 'list.csv', ['customer,start,end', ...rows, ...bad].join('\n'));
    await expect(page.getByText('list.csv: 42 rows read, 3 left out.')).toBeVisible();
    await expect(page.getByText('1 customer begins after that and is left out.')).toBeVisible();
    await expect(page.getByText('1 customer ends only after that and counts as still there.')).toBeVisible();
    await page.getByText('3 rows left out, and why').click();
    for (const reason of ['The end is before the start', 'no such day', 'in an earlier row already']) {
      await expect(page.getByText(reason)).toBeVisible();
    }
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.bin', mimeType: '', buffer: Buffer.from([0, 1, 2, 0, 0]) });
    await expect(page.getByRole('alert')).toContainText('not a text file');
    await expect(output(page, 'medianLifetime')).toBeVisible();
  });

  test('in which nobody left says so instead of 0%', async ({ page }) => {
    const rows = Array.from({ length: 30 }, (_, index) => `c${index},2025-0${(index % 5) + 1}-10,`);
    await read(page, 'list.csv', ['customer,start,end', ...rows].join('\n'));
    await expect(page.getByText('Nobody in these data has left.')).toBeVisible();
    await expect(output(page, 'expectedLifetime')).not.toHaveAttribute('data-value', /./);
  });

  test('all in one month has a survival curve, and says why it has no rate', async ({ page }) => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `c${index},2025-05-0${(index % 9) + 1},${index % 2 ? '2025-05-20' : ''}`,
    );
    await read(page, 'list.csv', ['customer,start,end', ...rows].join('\n'));
    await expect(page.getByRole('heading', { name: 'How long customers stay' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Churn over time' })).toHaveCount(0);
  });

  test('with a different segment in every row goes on without segments', async ({ page }) => {
    const rows = Array.from(
      { length: 500 },
      (_, index) => `c${index},2025-01-10,2025-0${(index % 8) + 1}-28,s${index}`,
    );
    await read(page, 'list.csv', ['customer,start,end,plan', ...rows].join('\n'));
    await expect(page.getByText('more than 200 different values')).toBeVisible();
    await expect(output(page, 'medianLifetime')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Segments compared' })).toHaveCount(0);
  });
});
