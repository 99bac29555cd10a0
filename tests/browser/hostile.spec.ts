import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './test.ts';

const ltv = '/en/calculators/ltv/';
const customers = '/en/calculators/churn/#v=1&model=customers';
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const churn = (page: Page) => field(page, 'Churn per month').first();
const result = (page: Page) => page.locator('output[name=ltv]');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const reader = (page: Page) => page.locator('.table-reader');
const outcome = (page: Page) => page.locator('.table-outcome');
/** Longer than a page waits before it keeps a change. */
const untilKept = (page: Page) => page.waitForTimeout(600);

const small = 'customer,start,end\nA,2026-01-01,\nB,2026-01-05,2026-02-05\n';
const twoGigabytes = 2 * 2 ** 30;

/** A file that begins with a text and is as long as said, without taking that much of the disk. */
function longFile(info: TestInfo, name: string, beginning: string, bytes: number): string {
  const path = info.outputPath(name);
  const file = openSync(path, 'w');
  writeSync(file, beginning);
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

/** A list of customers that takes a while to read. */
function longList(rows: number): Buffer {
  return Buffer.from(
    `customer,start,end\n${Array.from({ length: rows }, (_, row) => `C${row},2026-01-01,\n`).join('')}`,
  );
}

const give = (page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }) =>
  reader(page).locator('input[type=file]').setInputFiles(file);
const smallFile = { name: 'small.csv', mimeType: '', buffer: Buffer.from(small) };

async function readSmall(page: Page) {
  await page.goto(customers);
  await give(page, smallFile);
  await button(page, 'Read the table').click();
  await expect(outcome(page)).toContainText('small.csv: 2 rows read');
}

test.describe('a file of two gigabytes', () => {
  test('is refused as a table with a sentence, and what was read before stays', async ({ page }, info) => {
    await readSmall(page);
    await give(page, longFile(info, 'huge.csv', small, twoGigabytes));
    await expect(reader(page).getByRole('alert')).toContainText('The file is larger than 1 GB.');
    await expect(outcome(page)).toContainText('small.csv: 2 rows read');
    await give(page, smallFile);
    await expect(page.getByRole('heading', { name: 'The first rows of small.csv' })).toBeVisible();
  });

  test('is refused as a saved calculation, and the numbers stay', async ({ page }, info) => {
    await page.goto(ltv);
    await churn(page).fill('4');
    await page.getByText('Save and export').click();
    await page.getByLabel('Open a saved file').setInputFiles(longFile(info, 'huge.json', '{', twoGigabytes));
    await expect(page.getByText('too large to be a calculation')).toBeVisible();
    await expect(result(page)).toHaveText('$2,000');
  });
});

test('a file that turns into something else after its beginning is answered with a sentence', async ({
  page,
}, info) => {
  await readSmall(page);
  const rows = longList(20_000).toString();
  await give(page, longFile(info, 'cut.csv', rows, 2 ** 29));
  await button(page, 'Read the table').click();
  await expect(reader(page).getByRole('alert')).toContainText('not a text file');
  await expect(outcome(page)).toContainText('small.csv: 2 rows read');
});

test.describe('a worker that ends without a word', () => {
  /** Ends the worker that was started last, as when memory runs out: nobody is told. */
  const endWorker = (page: Page) =>
    page.evaluate(() => (window as unknown as { started: Worker[] }).started.at(-1)?.terminate());

  test.beforeEach(async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      const started: Worker[] = [];
      Object.assign(window, { started });
      window.Worker = class extends Worker {
        constructor(...all: ConstructorParameters<typeof Worker>) {
          super(...all);
          started.push(this);
        }
      };
    });
  });

  test('while it reads a table is missed in the end; table and earlier result stay, trying again works', async ({
    page,
  }) => {
    await readSmall(page);
    await give(page, { name: 'long.csv', mimeType: '', buffer: longList(1_000_000) });
    await button(page, 'Read the table').click();
    await expect(button(page, 'Cancel')).toBeVisible();
    await endWorker(page);
    await page.clock.fastForward('01:00');
    await expect(reader(page).getByRole('alert')).toContainText('Reading stopped unexpectedly');
    await expect(page.getByRole('heading', { name: 'The first rows of long.csv' })).toBeVisible();
    await expect(outcome(page)).toContainText('small.csv: 2 rows read');
    await button(page, 'Try again').click();
    await expect(outcome(page)).toContainText('long.csv: 1,000,000 rows read');
  });

  test('is missed when it is asked to calculate; another one takes its place', async ({ page }) => {
    await page.goto(`${ltv}#v=1&arpa=100&grossMargin=0.8&churn=0.05&cac=700`);
    const sure = page.locator('details.sure');
    await sure.locator('> summary').click();
    await button(page, '±20% on every number').click();
    const median = sure.locator('output[name=median]');
    await expect(median).toHaveText(/^\$1,\d{3}$/);
    const before = String(await median.getAttribute('data-value'));
    await endWorker(page);
    await button(page, 'Another seed').click();
    await expect(async () => {
      await page.clock.fastForward('03:00');
      await expect(sure.getByText('The calculation stopped unexpectedly').first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await expect(result(page)).toHaveText('$1,600');
    await sure.getByRole('button', { name: 'Try again' }).first().click();
    await expect(median).toHaveText(/^\$1,\d{3}$/);
    await expect(median).not.toHaveAttribute('data-value', before);
  });
});

test('a worker that fails on a table is told, and what was read before stays', async ({ page, expectComplaints }) => {
  expectComplaints(/on purpose/);
  await readSmall(page);
  await give(page, smallFile);
  const read = button(page, 'Read the table');
  await expect(read).toBeVisible();
  const body = 'self.onmessage = () => { throw new Error("on purpose"); };';
  await page.route(/table-worker/, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  await read.click();
  await expect(reader(page).getByRole('alert')).toContainText('Reading stopped unexpectedly');
  await expect(outcome(page)).toContainText('small.csv: 2 rows read');
});

test.describe('storage that is full', () => {
  async function setQuota(page: Page, quotaSize?: number) {
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send('Storage.overrideQuotaForOrigin', { origin, ...(quotaSize !== undefined && { quotaSize }) });
  }
  const isFull = (page: Page) => page.getByText('The storage of this browser is full').first();

  test('is told, the calculator works on, and what is entered outlives a reload', async ({ page }) => {
    await page.goto(ltv);
    await churn(page).fill('5');
    await setQuota(page, 1);
    await churn(page).fill('4');
    await expect(isFull(page)).toBeVisible();
    await expect(result(page)).toHaveText('$2,000');
    await page.getByRole('radio', { name: /Discounted/ }).check();
    await field(page, 'Horizon').fill('48');
    await page.getByRole('radio', { name: /Simple/ }).check();
    await page.reload();
    await expect(result(page)).toHaveText('$2,000');
    // The link shows this much at once; who goes on typing before the draft has been read is offered it instead.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    await page.getByRole('radio', { name: /Discounted/ }).check();
    await expect(field(page, 'Horizon')).toHaveValue('48');
  });

  test('saves nothing under a name and says so; once there is room, it does', async ({ page }) => {
    await page.goto(ltv);
    await setQuota(page, 1);
    await churn(page).fill('4');
    await page.getByText('Save and export').click();
    const panel = page.locator('.keep-panel');
    await panel.getByLabel('Name', { exact: true }).fill('Budget');
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(panel.getByText('The storage of this browser is full')).toBeVisible();
    await expect(panel.getByText('Nothing saved yet.')).toBeVisible();
    await expect(result(page)).toHaveText('$2,000');
    await setQuota(page);
    await panel.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Saved as “Budget”.')).toBeVisible();
    await page.goto('about:blank');
    await page.goto(ltv);
    await expect(result(page)).toHaveText('$2,000');
  });
});

test.describe('a link from a later version of the site', () => {
  const newer = 'v=2&arpa=50&churn=0.5&mystery=1';
  const told = (page: Page) => page.getByText('made by a newer version of this page');

  test('is told in a sentence; nothing of it is opened, and it stays as it is whatever is entered', async ({
    page,
  }) => {
    await page.goto(ltv);
    await churn(page).fill('4');
    await untilKept(page);
    await page.goto('about:blank');
    await page.goto(`${ltv}#${newer}`);
    await expect(told(page)).toBeVisible();
    await expect(result(page)).toHaveText('$1,600');
    await expect(page.getByText('could not be used')).toHaveCount(0);
    await churn(page).fill('8');
    await untilKept(page);
    expect(new URL(page.url()).hash).toBe(`#${newer}`);
    await page.reload();
    await expect(told(page)).toBeVisible();
    await expect(result(page)).toHaveText('$1,600');
    await button(page, 'Open it').click();
    await expect(result(page)).toHaveText('$1,000');
  });

  test('that follows another calculation leaves it on the page', async ({ page }) => {
    await page.goto(`${ltv}#v=1&arpa=50&grossMargin=0.5&churn=0.5`);
    await expect(result(page)).toHaveText('$50');
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, newer);
    await expect(told(page)).toBeVisible();
    await expect(result(page)).toHaveText('$50');
    await page.evaluate(() => {
      location.hash = 'v=1&arpa=50&grossMargin=0.5&churn=0.25';
    });
    await expect(result(page)).toHaveText('$100');
    await expect(told(page)).toHaveCount(0);
    await churn(page).fill('50');
    await expect.poll(() => new URL(page.url()).hash).toContain('churn=0.5');
  });
});
