import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import english from '../../src/content/ui/en.json' with { type: 'json' };
import japanese from '../../src/content/ui/ja.json' with { type: 'json' };
import { expect, test } from './test.ts';

const cdnow = new URL('../vectors/data/cdnow_customers_summary.csv', import.meta.url).pathname;
const languages = { en: english, ja: japanese };
type Language = keyof typeof languages;

/** The numbers of a text as they are written. */
const written = (text: string) => new Set(text.match(/\d[\d,.]*\d|\d/g));

/** Whether a number as it is written is one of these, rounded, or one of them as a percentage. */
function isRounded(text: string, numbers: readonly number[]): boolean {
  const [, decimals = ''] = text.split('.');
  // Few digits would fit too many numbers.
  return (
    text.length > 3 &&
    numbers.some((number) => [number, number * 100].some((each) => Math.abs(each).toFixed(decimals.length) === text))
  );
}

/** A list of customers with dates, two plans and what they pay: each month forty begin, and some leave a while later. */
function customerFile(): string {
  const rows = Array.from({ length: 480 }, (_, row) => {
    const start = new Date(Date.UTC(2025, Math.floor(row / 40), 1 + (row % 28)));
    const plan = row % 3 === 0 ? 'Team' : 'Solo';
    const end = new Date(start.getTime() + (20 + ((row * 37) % 300)) * 86_400_000);
    const hasLeft = row % (plan === 'Team' ? 5 : 2) === 0 && end < new Date(Date.UTC(2026, 5, 1));
    const day = (date: Date) => date.toISOString().slice(0, 10);
    return [day(start), hasLeft ? day(end) : '', plan, plan === 'Team' ? 90 : 20].join();
  });
  return ['start,end,plan,revenue', ...rows].join('\n');
}

/** A survey of four months in which one of two segments is more content. */
function surveyFile(): string {
  const scores = { Small: [3, 8, 9, 9], Large: [0, 7, 10, 10, 6] };
  const rows = Array.from({ length: 400 }, (_, row) => {
    const segment = row % 2 === 0 ? 'Small' : 'Large';
    const date = `2026-0${5 + Math.floor(row / 100)}-1${row % 10}`;
    return [date, segment, scores[segment][row % scores[segment].length]].join();
  });
  return ['date,segment,score', ...rows].join('\n');
}

interface Case {
  readonly of: string;
  readonly address: string;
  readonly file?: { readonly name: string; readonly content: () => string | Promise<Buffer> };
  /** Chosen before a file is read, and entered after it. */
  readonly choose?: keyof typeof english;
  readonly enter?: readonly [field: string, text: string];
}

const survivors = 'survivors=1000,869,743,653,593,551,517,491&period=12';
const cases: readonly Case[] = [
  { of: 'a lifetime value', address: 'ltv/#v=1&arpa=100&grossMargin=0.8&churn=0.05&cac=500' },
  { of: 'two lifetime values', address: 'ltv/#v=1&model=expansion&cac=500&2.churn=0.04' },
  { of: 'a retention table', address: `ltv/#v=1&model=retention&${survivors}` },
  {
    of: 'a list of orders',
    address: 'ltv/#v=1&model=orders',
    file: { name: 'orders.csv', content: () => readFile(cdnow) },
    choose: 'ltv.orders.kind.orderHistories',
    enter: ['averageOrder', '35'],
  },
  { of: 'counts of customers', address: 'churn/' },
  { of: 'movements of revenue', address: 'churn/#v=1&model=movements&2.churnedRevenue=10000' },
  {
    of: 'a list of customers',
    address: 'churn/#v=1&model=customers',
    file: { name: 'customers.csv', content: customerFile },
  },
  { of: 'three surveys', address: 'nps/#v=1&model=groups&2.promoters=140&3.promoters=90' },
  { of: 'ratings', address: 'nps/#v=1&model=ratings&invited=2000' },
  {
    of: 'a file of answers',
    address: 'nps/#v=1&model=answers',
    file: { name: 'survey.csv', content: surveyFile },
    enter: ['invited', '2000'],
  },
  { of: 'satisfaction', address: 'nps/#v=1&model=csat&rating1=5&rating2=5&rating3=20&rating4=40&rating5=50' },
  { of: 'how many answers are needed', address: 'nps/#v=1&model=sample-size' },
];

/** Opens a calculator, gives it its file, and asks everything that can be asked about the result. */
async function prepare(page: Page, language: Language, { address, file, choose, enter }: Case): Promise<void> {
  await page.goto(`/${language}/calculators/${address}`);
  // The script answers: what is opened before is heard of too, but a file is not.
  await expect(page.locator('.calculator-inputs fieldset input').first()).toBeEnabled();
  if (choose) await page.getByRole('radio', { name: languages[language][choose] }).check();
  if (file) {
    const buffer = Buffer.from(await file.content());
    await page
      .locator('.table-reader input[type=file]')
      .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: languages[language]['table.read'], exact: true }).click();
  }
  if (enter) await page.locator(`input[name=${enter[0]}]`).fill(enter[1]);
  await expect(page.locator('.result output[data-value]').first()).toBeVisible();
  const sure = page.locator('details.sure > summary');
  if ((await sure.count()) === 0 || address.includes('2.')) return;
  // The page still grows above: a pointer could miss.
  await sure.press('Enter');
  await page.locator('.sure-offers button').first().click();
  await page.locator('.sure-pair button').first().click();
  await expect(page.locator('output[name=breakEven], output[name=median]').first()).toBeVisible();
}

async function savedCard(page: Page): Promise<unknown> {
  await page.locator('details.audit > summary').click();
  const save = page.getByRole('button', { name: /JSON/ });
  await expect(save).toBeEnabled();
  const download = page.waitForEvent('download');
  await save.click();
  return JSON.parse(String(await readFile(await (await download).path())));
}

/** Everything a card holds, however deep. */
function leaves(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

/** What is written in the results, without what draws, asks, or is the card itself. */
const textOfResults = (page: Page) =>
  page.locator('.calculator-results').evaluate((results) => {
    const copy = results.cloneNode(true) as HTMLElement;
    for (const other of copy.querySelectorAll('.audit, .no-print, .print-only, svg, option')) other.remove();
    const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) texts.push((walker.currentNode as Text).data);
    return texts.join(' ');
  });

test.describe('the audit card holds every number the page shows', () => {
  for (const language of Object.keys(languages) as Language[]) {
    // The numbers are the same in every language; a part of the cases shows that they are read in it.
    for (const each of language === 'en' ? cases : cases.filter((_, index) => index % 3 === 0)) {
      test(`of ${each.of} (${language})`, async ({ page }) => {
        await prepare(page, language, each);
        const card = leaves(await savedCard(page));
        const outputs = await page
          .locator('output[data-value]')
          .evaluateAll((all) => all.map((output) => Number(output.getAttribute('data-value'))));
        expect(outputs.length).toBeGreaterThan(0);
        expect(outputs.filter((value) => !card.includes(value))).toEqual([]);
        const known = written([...card, ...Object.values(languages[language])].join(' '));
        const shown = written(await textOfResults(page));
        expect(shown.size).toBeGreaterThan(5);
        const numbers = card.filter((leaf) => typeof leaf === 'number');
        expect([...shown].filter((text) => !known.has(text) && !isRounded(text, numbers))).toEqual([]);
      });
    }
  }
});

test('while a number is worked out, the audit card waits for it', async ({ page }) => {
  await prepare(page, 'en', { of: '', address: 'ltv/' });
  await page.locator('details.audit > summary').click();
  await expect(page.getByRole('button', { name: /JSON/ })).toBeEnabled();
  await page.locator('details.audit > summary').click();
  await page.locator('select[name=draws]').selectOption('100000');
  const card = (await savedCard(page)) as { views: { name: string; rows: { value: number }[][] }[] };
  const bins = card.views.find(({ name }) => name === 'simulation-ltv')?.rows ?? [];
  const draws = bins.reduce((sum, [, , count]) => sum + (count?.value ?? 0), 0);
  // Some few lie beyond the picture.
  expect(draws).toBeGreaterThan(90_000);
});

test('what is no longer shown leaves the audit card', async ({ page }) => {
  const names = async () => ((await savedCard(page)) as { views: { name: string }[] }).views.map(({ name }) => name);
  await prepare(page, 'en', { of: '', address: 'ltv/' });
  expect(await names()).toContain('outcome-ltv');
  await page.locator('details.audit > summary').click();
  await page.locator('details.sure > summary').click();
  await expect(page.locator('output[name=median]')).toHaveCount(0);
  expect(await names()).not.toContain('outcome-ltv');
});
