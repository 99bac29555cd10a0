import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { report } from './figure.ts';
import { timedTyping } from './timed-typing.ts';

/** A calculator with four scenarios, and a field of one of them to type into. */
const scenes = [
  { name: 'simple', hash: 'ltv/#v=1&model=simple&cac=300&2.churn=0.04&3.churn=0.03&4.churn=0.02', field: 'churn' },
  {
    name: 'expansion, 120 months',
    hash: 'ltv/#v=1&model=expansion&horizonMonths=120&cac=300&2.churn=0.04&3.churn=0.03&4.churn=0.02',
    field: 'churn',
  },
  {
    name: 'retention table',
    hash: 'ltv/#v=1&model=retention&survivors=1000,869,743,653,593,551,517,491&period=12&2.grossMargin=0.7&3.grossMargin=0.6&4.grossMargin=0.5',
    field: 'arpa',
  },
  {
    name: 'churn from counts',
    hash: 'churn/#v=1&model=counts&2.customersLost=10&3.customersLost=12&4.customersLost=14',
    field: 'customersLost',
  },
  {
    name: 'eleven ratings',
    hash: 'nps/#v=1&model=ratings&2.rating10=70&3.rating10=80&4.rating10=90',
    field: 'rating10',
  },
] as const;

/** Milliseconds from a key press to the paint after it, as the browser itself reports them (in steps of 8). */
async function interactions(page: Page, selector: string, texts: readonly string[]): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ duration }) => duration)));
    // The threshold is part of Event Timing, which the DOM types do not know yet.
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  for (const text of texts) {
    await page.locator(selector).fill('');
    await page.locator(selector).pressSequentially(text, { delay: 40 });
  }
  await page.waitForTimeout(300);
  const slow = await page.evaluate(() => (window as unknown as { seen: number[] }).seen);
  // Faster ones than the browser reports count as what it begins to report at.
  return [...slow, ...Array.from({ length: Math.max(0, texts.join('').length - slow.length) }, () => 16)];
}

/** A subscription list with starts and ends over five years: a seeded million rows, about 60 MB. */
export function writeCustomerList(file: string, rows: number): void {
  const generator = xoroshiro128plus(20261122);
  const firstDay = Date.UTC(2021, 0, 1) / 86_400_000;
  const lastDay = Date.UTC(2025, 11, 31) / 86_400_000;
  const date = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const lines = ['customer_id,name,start_date,end_date,plan,monthly_revenue'];
  for (let row = 0; row < rows; row += 1) {
    const start = firstDay + Math.floor(uniformFloat64(generator) * (lastDay - firstDay));
    const end = start + Math.ceil(-500 * Math.log(1 - uniformFloat64(generator)));
    const plan = ['basic', 'team', 'enterprise'][row % 3];
    const ended = end <= lastDay ? date(end) : '';
    lines.push(
      `C${String(row).padStart(8, '0')},Customer ${row},${date(start)},${ended},${plan},${(row % 90) + 10}.00`,
    );
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** Seconds from giving the page a file to its first result, and the longest task on the page meanwhile. */
async function fileToResult(
  browser: Browser,
  origin: string,
  file: string,
): Promise<{ seconds: number; task: number }> {
  const page = await browser.newPage();
  await page.goto(`${origin}/en/calculators/churn/#v=1&model=customers`);
  const input = page.locator('input[type=file]').first();
  await input.waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const start = performance.now();
  await input.setInputFiles(file);
  await page.getByRole('button', { name: /^Read/ }).click();
  await page.locator('output[name=customerChurnRate][data-value]').waitFor({ timeout: 120_000 });
  const seconds = (performance.now() - start) / 1000;
  const task = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
  await page.close();
  return { seconds, task };
}

/** Calculators in a real browser: typing with four scenarios, and a file of a million customers. */
export async function benchCalculators(browser: Browser, origin: string): Promise<void> {
  const numbers = Array.from({ length: 60 }, (_, index) => (2 + index / 10).toFixed(1));
  for (const { name, hash, field } of scenes) {
    const page = await browser.newPage();
    await page.goto(`${origin}/en/calculators/${hash}`);
    await page.locator(`input[name=${field}]:enabled`).first().waitFor();
    await page.locator('.comparison output[data-value]').first().waitFor();
    const typed = await timedTyping(page, `input[name=${field}]`, numbers);
    report({ name: `script for one input, four scenarios: ${name}`, unit: 'ms', values: typed, target: 16 });
    const presses = await interactions(page, `input[name="${field}"][type=text]`, ['12', '7', '3', '15', '9']);
    report({ name: `interaction to next paint: ${name}`, unit: 'ms', values: presses, target: 50 });
    await page.close();
  }

  const folder = mkdtempSync(join(tmpdir(), 'customer-atlas-'));
  try {
    const file = join(folder, 'customers.csv');
    writeCustomerList(file, 1_000_000);
    const runs = [];
    for (let run = 0; run < 5; run += 1) runs.push(await fileToResult(browser, origin, file));
    const size = `${Math.round(statSync(file).size / 1e6)} MB`;
    const seconds = runs.map((run) => run.seconds);
    report({ name: `file of 1,000,000 customers (${size}) to first result`, unit: 's', values: seconds, target: 6 });
    report({ name: 'longest task on the page meanwhile', unit: 'ms', values: runs.map((run) => run.task), target: 50 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
