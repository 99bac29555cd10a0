import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { modelNamed } from '../../src/lib/calculators/model.ts';
import { fitOrders } from '../../src/lib/calculators/orders/fit-orders.ts';
import { expect, test } from './test.ts';

const cdnow = new URL('../vectors/data/cdnow_customers_summary.csv', import.meta.url).pathname;
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

const result = (page: Page) => page.locator('output[name=ltv]');
const unrounded = async (page: Page) => Number(await result(page).getAttribute('data-value'));
const table = (page: Page) => page.getByRole('textbox', { name: 'Customers left' });
/** The sentence below a chart. */
const said = (page: Page, text: RegExp) => page.locator('figcaption').getByText(text);
const curve = (page: Page, name: RegExp) => page.getByRole('radio', { name });

/** Opens the calculator and waits until it listens. */
async function open(page: Page, fragment = '') {
  await page.goto(`/en/calculators/ltv/${fragment}`);
  await expect(page.getByRole('radio', { name: /^Simple/ })).toBeEnabled();
}

/** What the library itself makes of the file. */
function expectedOfOrders(averageOrder: number): number {
  const rows = readFileSync(cdnow, 'utf8').trim().split('\n').slice(1);
  const column = (place: number) => Float64Array.from(rows, (row) => Number(row.split(',')[place]));
  const data = fitOrders({ repeatOrders: column(1), lastOrder: column(2), age: column(3), averageSpend: undefined });
  if (!data.ok) throw new Error(data.reason);
  const numbers = { averageOrder, grossMargin: 0.3, annualDiscountRate: 0.1, horizonMonths: 24 };
  const answer = modelNamed(calculators.ltv, 'orders')?.compute(numbers, data.value);
  const ltv = answer?.ok ? answer.value.results.ltv : undefined;
  if (!ltv?.ok) throw new Error('no lifetime value');
  return ltv.value;
}

test.describe('orders without a contract', () => {
  test('lead from the file of a shop to a lifetime value', async ({ page }) => {
    await open(page, '#v=1&model=orders&grossMargin=0.3&annualDiscountRate=0.1&horizonMonths=24');
    await expect(result(page)).toContainText('Add your data');
    await page.getByRole('radio', { name: /A summary per customer/ }).check();
    await page.locator('input[type=file]').setInputFiles(cdnow);
    await page.getByRole('button', { name: 'Read the table' }).click();
    // The file has no amounts: what an order comes to is asked for.
    await expect(result(page)).toContainText('came without amounts');
    await page.getByRole('textbox', { name: /Average order/ }).fill('35');
    await expect(result(page)).toHaveAttribute('data-value', /./);
    expect(await unrounded(page)).toBeCloseTo(expectedOfOrders(35), 6);
    await expect(page.getByText('2,357 customers, of whom 946 ordered again')).toBeVisible();
    // Seen and expected as in Fader, Hardie and Lee 2005.
    await expect(said(page, /Of 2,357 customers, 1,411 have not ordered again/)).toBeVisible();
    await expect(said(page, /a customer with 8\+ repeat orders so far is expected/)).toBeVisible();
  });

  test('that nothing can be learned from are told, and what stood before stays', async ({ page }) => {
    await open(page, '#v=1&model=orders&averageOrder=35&grossMargin=0.3&annualDiscountRate=0.1&horizonMonths=24');
    await page.getByRole('radio', { name: /A summary per customer/ }).check();
    await page.locator('input[type=file]').setInputFiles(cdnow);
    await page.getByRole('button', { name: 'Read the table' }).click();
    await expect(result(page)).toHaveAttribute('data-value', /./);
    const rows = Array.from({ length: 8 }, (_, customer) => `${customer},0,0,30`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'once.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['id,frequency,recency,T', ...rows].join('\n')),
    });
    await page.getByRole('button', { name: 'Read the table' }).click();
    await expect(page.getByRole('alert')).toContainText('Nobody ordered again');
    await expect(page.getByRole('alert')).toContainText('still that of the table before');
    expect(await unrounded(page)).toBeCloseTo(expectedOfOrders(35), 6);
  });
});

test.describe('a retention table', () => {
  test('that is pasted leads to a lifetime value, and its link opens it again', async ({ page }) => {
    await open(page);
    await page.getByRole('radio', { name: /From a retention table/ }).check();
    await page.getByRole('textbox', { name: /Horizon/ }).fill('');
    await table(page).fill(highEnd.join('\t'));
    await expect(result(page)).toHaveAttribute('data-value', /./);
    const value = await unrounded(page);
    await expect(page.getByText(/The result uses .+ it fits best for the number of its parameters/)).toBeVisible();
    await expect(page).toHaveURL(/survivors=1000,869,743,653,593,551,517,491&period=12/);
    await page.reload();
    await expect(result(page)).toHaveAttribute('data-value', String(value));
    await expect(table(page)).toHaveValue(/^1000\s869\s743\s653\s593\s551\s517\s491$/);
  });

  test('gives the value of the published model, and of the others on the same input', async ({ page }) => {
    const annual = 0.1;
    await open(
      page,
      `#v=1&model=retention&arpa=100&grossMargin=1&annualDiscountRate=${annual}&horizonMonths=&survivors=${highEnd}&period=12&curve=shifted-beta-geometric`,
    );
    await expect(result(page)).toHaveAttribute('data-value', /./);
    // α = 0.668, β = 3.806 (Fader and Hardie 2007): the survival of 500 years, discounted, summed up here.
    let survival = 1;
    let payments = 1;
    for (let year = 1; year <= 500; year += 1) {
      survival *= (3.806 + year - 1) / (0.668 + 3.806 + year - 1);
      payments += survival / (1 + annual) ** year;
    }
    expect(Math.abs((await unrounded(page)) / (1200 * payments) - 1)).toBeLessThan(0.001);
    const shiftedBeta = await unrounded(page);
    await curve(page, /constant churn/).check();
    await expect.poll(() => unrounded(page)).toBeLessThan(shiftedBeta * 0.95);
    await expect(page.getByText(/The result uses constant churn, as you chose/)).toBeVisible();
    await expect(page.getByText(/those who remained stay longer/)).toBeVisible();
    await expect(page).toHaveURL(/curve=constant-churn/);
  });

  test('has a range of its own, without any range entered, or a reason why there is none', async ({ page }) => {
    await open(page, `#v=1&model=retention&survivors=${highEnd}&period=12&curve=shifted-beta-geometric`);
    await page.getByRole('heading', { name: 'How sure is it?' }).click();
    const low = page.locator('output[name=p10]');
    await expect(low).toHaveAttribute('data-value', /./);
    expect(Number(await low.getAttribute('data-value'))).toBeLessThan(0.999 * (await unrounded(page)));
    await expect(page.getByText(/It also draws another curve/)).toBeVisible();
    await table(page).fill('10000 8000 6400 5120 4096');
    await curve(page, /beta-discrete-Weibull/).check();
    await expect(page.getByText(/no telling how sure the curve is/)).toBeVisible();
  });

  for (const [typed, said] of [
    ['1000 869 900', 'Cohort 1, entry 3: This is more than before'],
    ['100% 87% 74%', 'numbers of customers, not percentages'],
    ['1,000,869', 'A comma may stand between two numbers or inside one'],
    ['1000 abc', 'Cohort 1, entry 2: This is not a number'],
    ['1000', 'the number it began with and what was left'],
  ] as const) {
    test(`with ${typed} says what is wrong and keeps what was typed`, async ({ page }) => {
      await open(page, '#v=1&model=retention&survivors=1000,869,743,653');
      await expect(result(page)).toHaveAttribute('data-value', /./);
      await table(page).fill(typed);
      await expect(page.locator('.problem', { hasText: said })).toBeVisible();
      await expect(table(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(table(page)).toHaveValue(typed);
      await expect(result(page)).not.toHaveAttribute('data-value', /./);
    });
  }

  test('too short for a pattern says so', async ({ page }) => {
    await open(page, '#v=1&model=retention');
    await table(page).fill('1000 869');
    await expect(result(page)).toContainText('At least three periods');
  });

  test('of several cohorts is read from a file', async ({ page }) => {
    await open(page, '#v=1&model=retention');
    await page.getByText('Read the table from a file').click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'cohorts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('cohort,0,1,2,3,4\n2023,1000,869,743,653,593\n2024,800,700,610,540,\n'),
    });
    await page.getByRole('button', { name: 'Read the table' }).click();
    await expect(result(page)).toHaveAttribute('data-value', /./);
    await expect(table(page)).toHaveValue('1000 869 743 653 593\n800 700 610 540');
    await expect(page.getByText('From cohorts.csv: 2 cohorts.')).toBeVisible();
  });
});

test('the advice asks no more than it needs and leads to the model', async ({ page }) => {
  await open(page);
  await page.getByText('Which model should I choose?').click();
  const question = (name: string | RegExp) => page.getByRole('radiogroup', { name });
  await expect(question(/cohort were left/)).toHaveCount(0);
  await question('Do customers tell you when they leave?').getByRole('radio', { name: /^Yes/ }).check();
  await question(/cohort were left/)
    .getByRole('radio', { name: 'No' })
    .check();
  await question(/pays change over time/)
    .getByRole('radio', { name: 'Yes' })
    .check();
  await expect(page.getByText(/“With expansion”: payments may grow or shrink/)).toBeVisible();
  await page.getByRole('button', { name: 'Use this model' }).click();
  await expect(page.getByRole('radio', { name: /With expansion/ })).toBeChecked();
  await question('Do customers tell you when they leave?').getByRole('radio', { name: /^No/ }).check();
  await expect(page.getByText(/“From orders without a contract”/)).toBeVisible();
});

test('the difference between the models is told step by step for the numbers entered', async ({ page }) => {
  await open(page, '#v=1&model=simple&arpa=100&grossMargin=0.8&churn=0.05');
  await page.getByText('Why the models differ on the same input').click();
  const chart = page.getByRole('img', { name: /The simple model says \$1,600\. With discount, horizon and expansion/ });
  await expect(chart).toBeVisible();
  await page.getByRole('textbox', { name: 'Churn per month' }).fill('0');
  await expect(page.getByText(/They cannot be compared yet: Without churn/)).toBeVisible();
});
