import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';

const open = async (page: Page, language: 'en' | 'ja' = 'en') => {
  await page.goto(`/${language}/calculators/churn/#v=1&model=customers`);
  await expect(reader(page)).toBeVisible();
};
const reader = (page: Page) => page.locator('.table-reader');
const outcome = (page: Page) => page.locator('.table-outcome');
const give = (page: Page, name: string, content: string | Buffer) =>
  page.locator('.table-reader input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
const small = 'customer,start,end\nA,2026-01-01,\nB,2026-01-05,2026-02-05\nC,2026-03-01,2026-02-05\n';

test('rows pasted from a spreadsheet are looked at and read by keyboard alone', async ({ page }) => {
  await open(page);
  const box = page.getByRole('textbox', { name: 'Or paste rows from a spreadsheet' });
  await box.focus();
  await page.keyboard.insertText(small.replaceAll(',', '\t'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The first rows of Pasted rows' })).toBeFocused();
  await expect(page.getByText('separated by tabs')).toBeVisible();
  await page.getByRole('button', { name: 'Read the table' }).press('Enter');
  await expect(outcome(page)).toContainText('2 rows read, 1 left out');
  await expect(outcome(page).locator('p').first()).toBeFocused();
});

test('an example in Japanese is read, and the rows left out can be saved with their reasons', async ({ page }) => {
  await open(page, 'ja');
  await page.getByRole('button', { name: '日本語の請求データ' }).click();
  await page.getByRole('button', { name: '表を読み込む' }).click();
  await expect(outcome(page)).toContainText('1,994行を読み込み、6行を除きました');
  await outcome(page).locator('summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '除いた行をCSVで保存' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .split('\r\n')
    .slice(0, -1);
  expect(lines[0]).toBe('\uFEFF行,除いた理由,顧客番号,プラン,契約開始日,契約終了日,月額料金');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toContain('暦にない日付です。,C-10007,ライト,2026/2/31');
});

test('what a spreadsheet would run is written as text in the list of rows left out', async ({ page }) => {
  await open(page);
  await give(
    page,
    'formulas.csv',
    'customer,start,end\nA,2026-01-01,\n"=HYPERLINK(""https://example.com"")",2026-02-31,\n',
  );
  await page.getByRole('button', { name: 'Read the table' }).click();
  await outcome(page).locator('summary').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save these rows as CSV' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain(`"'=HYPERLINK(""https://example.com"")"`);
});

test('day and month are asked for when the dates do not tell', async ({ page }) => {
  await open(page);
  await give(page, 'dates.csv', 'customer,start,end\nA,03/04/2026,\nB,05/06/2026,07/08/2026\n');
  const read = page.getByRole('button', { name: 'Read the table' });
  await expect(read).toBeDisabled();
  await page.getByRole('combobox', { name: 'Order of day, month and year' }).selectOption('day-first');
  await read.click();
  await expect(outcome(page)).toContainText('2 rows read');
});

for (const [what, name, content, said] of [
  [
    'an Excel workbook',
    'customers.xlsx',
    Buffer.from('PK\u0003\u0004\u0014\u0000…[Content_Types].xml'),
    'Save the sheet as CSV',
  ],
  ['a picture', 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1]), 'not a text file'],
  ['an empty file', 'empty.csv', Buffer.from(''), 'nothing in it'],
  ['a single column', 'one.csv', Buffer.from('start\n2026-01-01\n'), 'single column'],
] as const) {
  test(`${what} is answered with a sentence, and what was read before stays`, async ({ page }) => {
    await open(page);
    await give(page, 'small.csv', small);
    await page.getByRole('button', { name: 'Read the table' }).click();
    await expect(outcome(page)).toContainText('small.csv: 2 rows read');
    await give(page, name, content);
    await expect(reader(page).getByRole('alert')).toContainText(said);
    await expect(outcome(page)).toContainText('small.csv: 2 rows read');
  });
}

test('a reading that is cancelled keeps the table open and what was read before', async ({ page }) => {
  await open(page);
  await give(page, 'small.csv', small);
  await page.getByRole('button', { name: 'Read the table' }).click();
  await expect(outcome(page)).toContainText('small.csv');
  await give(page, 'other.csv', small);
  await expect(page.getByRole('heading', { name: 'The first rows of other.csv' })).toBeVisible();
  // A worker that never gets its script goes on for as long as it is waited for.
  await page.route(/table-worker/, () => undefined);
  await page.getByRole('button', { name: 'Read the table' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'The first rows of other.csv' })).toBeFocused();
  await expect(outcome(page)).toContainText('small.csv: 2 rows read');
});

test('when the worker dies it is said, nothing is lost, and trying again works', async ({ page, expectComplaints }) => {
  expectComplaints(/Failed to load resource|ERR_FAILED/);
  await open(page);
  await page.route(/table-worker/, (route) => route.abort());
  await give(page, 'small.csv', small);
  await expect(reader(page).getByRole('alert')).toContainText('Reading stopped unexpectedly');
  await page.unroute(/table-worker/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Read the table' }).click();
  await expect(outcome(page)).toContainText('small.csv: 2 rows read, 1 left out');
});
