import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const customer = '/en/calculators/ltv/#v=1&arpa=100&grossMargin=0.8&churn=0.05&cac=700';

const section = (page: Page) => page.locator('details.sure');
const output = (page: Page, name: string) => section(page).locator(`output[name="${name}"]`);
const unrounded = async (page: Page, name: string) => Number(await output(page, name).getAttribute('data-value'));
const number = (page: Page, name: string) => section(page).getByRole('group', { name, exact: true });

async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole('button', { name: /Reset|最初に戻す|リセット/ }).first()).toBeEnabled();
  await section(page).locator('> summary').click();
  await expect(section(page).locator('.sure-ranges')).toBeVisible();
}

test.describe('how sure a result is', () => {
  test('is loaded only for who opens it', async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(customer);
    await expect(page.locator('output[name=ltv]')).toHaveText('$1,600');
    const before = requested.length;
    await expect(section(page).locator('.sure-content')).toHaveCount(0);
    await section(page).locator('> summary').click();
    await expect(section(page).getByRole('heading', { name: 'What it would take' })).toBeVisible();
    expect(requested.slice(before).some((url) => url.includes('Uncertainty'))).toBe(true);
    expect(requested.slice(before).some((url) => url.includes('calculation-worker'))).toBe(true);
  });

  test('is told in median, middle and chance, the same for the same seed', async ({ page }) => {
    await open(page, customer);
    await expect(section(page).getByText('Give at least one number a range')).toBeVisible();
    await section(page).getByRole('button', { name: '±20% on every number' }).click();
    await expect(output(page, 'median')).toHaveText(/^\$1,\d{3}$/);
    const median = await unrounded(page, 'median');
    expect(median).toBeGreaterThan(1570);
    expect(median).toBeLessThan(1610);
    expect(await unrounded(page, 'p10')).toBeLessThan(1250);
    expect(await unrounded(page, 'p90')).toBeGreaterThan(2040);
    await expect(output(page, 'chance')).toHaveCount(0);

    await section(page).getByLabel('Target: at least').fill('1900');
    await expect(output(page, 'chance')).toHaveText(/^(19|20|21)(\.\d)?%$/);

    await section(page).getByRole('button', { name: 'Another seed' }).click();
    await expect(section(page).getByLabel('Seed')).toHaveValue('2');
    await expect(output(page, 'median')).not.toHaveAttribute('data-value', String(median));
    await section(page).getByLabel('Seed').fill('1');
    await expect(output(page, 'median')).toHaveAttribute('data-value', String(median));
  });

  test('follows the fields: what is no longer wanted is dropped, the last number entered counts', async ({ page }) => {
    await open(page, customer);
    await section(page).getByRole('button', { name: '±20% on every number' }).click();
    await number(page, 'Churn per month').getByLabel('Low').fill('2');
    await number(page, 'Churn per month').getByLabel('High').press('End');
    await page.keyboard.type('.5');
    await expect(number(page, 'Churn per month').getByLabel('High')).toHaveValue('6.5');
    for (const margin of ['50', '60', '70', '40']) {
      await page.getByRole('textbox', { name: 'Gross margin', exact: true }).first().fill(margin);
    }
    await number(page, 'Gross margin').getByRole('combobox').selectOption('fixed');
    await expect.poll(() => unrounded(page, 'median')).toBeLessThan(1100);
    await expect.poll(() => unrounded(page, 'median')).toBeGreaterThan(850);
  });

  test('asks for what a range lacks at its field, and keeps what was typed when the kind changes', async ({ page }) => {
    await open(page, customer);
    const churn = number(page, 'Churn per month');
    await churn.getByRole('combobox').selectOption('range');
    await churn.getByLabel('Low').fill('7');
    await expect(churn.getByLabel('High')).toHaveAccessibleDescription(/upper end must be above/);
    await expect(section(page).getByText('Complete the ranges first')).toBeVisible();
    await churn.getByRole('combobox').selectOption('counts');
    await churn.getByLabel('Customers lost').fill('18');
    await churn.getByLabel('Out of').fill('10');
    await expect(churn.getByLabel('Customers lost')).toHaveAttribute('aria-invalid', 'true');
    await churn.getByLabel('Out of').fill('600');
    await expect(churn.getByText('8 times in 10 between 2.23% and 4.03%')).toBeVisible();
    await expect(churn.getByText('What you entered, 5%, lies outside')).toBeVisible();
    await expect.poll(() => unrounded(page, 'median')).toBeGreaterThan(2600);
    await churn.getByRole('combobox').selectOption('fixed');
    await churn.getByRole('combobox').selectOption('range');
    await expect(churn.getByLabel('Low')).toHaveValue('7');
  });

  test('says which seed it cannot use', async ({ page }) => {
    await open(page, customer);
    await section(page).getByRole('button', { name: '±20% on every number' }).click();
    await section(page).getByLabel('Seed').fill('1.5');
    await expect(section(page).getByLabel('Seed')).toHaveAccessibleDescription(/whole number/);
    await expect(output(page, 'median')).toHaveCount(0);
  });
});

test('what matters most comes first, and the table of two numbers begins with it', async ({ page }) => {
  await open(page, customer);
  await expect(section(page).locator('figcaption').first()).toContainText(
    'Churn per month matters most: at 4% the result is $2,000, at 6% it is $1,333.',
  );
  await expect(section(page).getByText('Without effect on this result: Customer acquisition cost')).toBeVisible();
  await expect(section(page).getByLabel('Down', { exact: true })).toHaveValue('churn');
  const table = section(page).locator('figure', { has: page.locator('.chart-marked') });
  await table.getByText('Show the numbers').click();
  await expect(table.getByRole('row', { name: /^5% / }).getByRole('cell')).toHaveCount(7);
  await expect(
    table.getByRole('row', { name: /^5% / }).getByRole('cell', { name: '$1,600', exact: true }),
  ).toBeVisible();
  // What the other has already is exchanged.
  await section(page).getByLabel('Across', { exact: true }).selectOption('churn');
  await expect(section(page).getByLabel('Down', { exact: true })).not.toHaveValue('churn');
});

test('what it would take is put into the calculation with one press', async ({ page }) => {
  await open(page, customer);
  await section(page).getByLabel('Result', { exact: true }).selectOption('ltvToCac');
  await section(page).getByLabel('Target: at least').fill('3');
  await section(page).getByLabel('Number to change').selectOption('churn');
  await expect(output(page, 'breakEven')).toHaveText(/LTV to CAC ratio reaches 3 where “Churn per month” is 3\.8%/);
  await section(page).getByRole('button', { name: 'Put in 3.8%' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Churn per month' })).toHaveValue('3.8');
  await expect(section(page).getByText('That is what you entered.')).toBeVisible();
  await section(page).getByLabel('Result', { exact: true }).selectOption('ltv');
  await section(page).getByLabel('Target: at least').fill('1');
  await section(page).getByLabel('Number to change').selectOption('cac');
  await expect(section(page).getByText('The result is above this target at every value.')).toBeVisible();
});

test('a number chosen before the worker has answered stays chosen', async ({ page }) => {
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...question: [unknown]) {
      setTimeout(() => post.apply(this, question), 600);
    };
  });
  await open(page, customer);
  await expect(output(page, 'breakEven')).toHaveCount(0);
  await section(page).getByLabel('Number to change').selectOption('cac');
  // Which number matters most for another result is known only after these choices.
  await section(page).getByLabel('Result', { exact: true }).selectOption('ltvToCac');
  await section(page).getByLabel('Target: at least').fill('3');
  await section(page).getByLabel('Number to change').selectOption('churn');
  await section(page).getByLabel('Down', { exact: true }).selectOption('grossMargin');
  await expect(output(page, 'breakEven')).toHaveText(/LTV to CAC ratio reaches 3 where “Churn per month” is 3\.8%/);
  await expect(section(page).getByLabel('Down', { exact: true })).toHaveValue('grossMargin');
});

test('for a result of which less is better, the chance is that of staying below', async ({ page }) => {
  await open(page, customer);
  await section(page).getByLabel('Result', { exact: true }).selectOption('paybackMonths');
  await section(page).getByRole('button', { name: '±20% on every number' }).click();
  await section(page).getByLabel('Target: at most').fill('9');
  const below = unrounded(page, 'chance');
  await expect(output(page, 'chance')).toBeVisible();
  expect(await below).toBeGreaterThan(0.4);
  expect(await below).toBeLessThan(0.65);
});

test('scenarios have ranges of their own, which go along into a copy', async ({ page }) => {
  await open(page, customer);
  await number(page, 'Churn per month').getByRole('combobox').selectOption('range');
  await page.getByRole('button', { name: 'Add a scenario to compare' }).click();
  await section(page).getByLabel('Scenario', { exact: true }).selectOption('2');
  await expect(number(page, 'Churn per month').getByLabel('High')).toHaveValue('6');
  await number(page, 'Churn per month').getByLabel('High').fill('9');
  await section(page).getByLabel('Scenario', { exact: true }).selectOption('1');
  await expect(number(page, 'Churn per month').getByLabel('High')).toHaveValue('6');
});

test('who copies a link hears that ranges are not in it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, customer);
  await section(page).getByRole('button', { name: '±20% on every number' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The ranges under “How sure is it?” are not in the link.')).toBeVisible();
});

test('a worker that dies is told, and asked again on request', async ({ page }) => {
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker) {
      Worker.prototype.postMessage = postMessage;
      setTimeout(() => this.dispatchEvent(new Event('error')));
    };
  });
  await open(page, customer);
  await expect(section(page).getByText('The calculation stopped unexpectedly')).toBeVisible();
  await section(page).getByRole('button', { name: 'Try again' }).click();
  await expect(section(page).getByText('matters most')).toBeVisible();
  await expect(section(page).getByText('The calculation stopped unexpectedly')).toHaveCount(0);
});

for (const [address, offer, result] of [
  ['/en/calculators/churn/', 'Ranges from chance alone', /3%/],
  ['/en/calculators/nps/', 'Ranges from chance alone', /\+40/],
  ['/ja/calculators/nps/', '偶然による幅にする', /\+40/],
  ['/ja/calculators/ltv/', 'すべて±20%にする', /¥15\d,\d{3}/],
] as const) {
  test(`${address} says how sure its headline is`, async ({ page }) => {
    await open(page, address);
    await section(page).getByRole('button', { name: offer }).click();
    await expect(output(page, 'median')).toHaveText(result);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
