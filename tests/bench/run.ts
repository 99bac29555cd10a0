/**
 * `npm run bench`: how fast the measures are in Node and the built site is in a real browser, as a table of medians with
 * their spread. Nothing here fails: timings depend on the machine. Build first (`npm run build`).
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { root } from '../../scripts/project.ts';
import { findBrowser } from '../../scripts/setup.mjs';
import { host, serve } from '../../scripts/static-server.ts';
import { benchBuild } from './build.ts';
import { report, reportHeading } from './figure.ts';
import { benchMeasures } from './measures.ts';

/** Milliseconds a page function needs for each of its inputs, measured inside the page. */
async function timedTyping(page: Page, selector: string, texts: readonly string[]): Promise<number[]> {
  return page.evaluate(
    async ([target, typed]) => {
      const field = document.querySelector<HTMLInputElement>(target);
      const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const durations: number[] = [];
      for (const text of typed) {
        const start = performance.now();
        setValue?.call(field, text);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
        // The results are in the document after the pending microtasks.
        await Promise.resolve();
        await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
        durations.push(performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return durations;
    },
    [selector, texts] as const,
  );
}

const prefixes = (words: readonly string[]) =>
  words.flatMap((word) => [...word].map((_, index) => word.slice(0, index + 1)));

async function firstPaint(browser: Browser, address: string, runs: number): Promise<number[]> {
  const values: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    values.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
    await context.close();
  }
  return values;
}

async function benchBrowser(browser: Browser, origin: string): Promise<void> {
  for (const path of ['/en/terms/churn-rate/', '/ja/terms/customer-lifetime-value/', '/en/calculators/ltv/']) {
    report({ name: `first contentful paint ${path}`, unit: 'ms', values: await firstPaint(browser, origin + path, 9) });
  }
  const page = await browser.newPage();
  await page.goto(`${origin}/ja/search/?q=a`);
  await page.locator('#search-results[aria-busy=false]').waitFor();
  const typed = prefixes(['かいやくりつ', 'カスタマーサクセス', 'churn rate', 'net promoter']);
  report({
    name: 'term suggestions, one keystroke',
    unit: 'ms',
    values: await timedTyping(page, '#search-query', typed),
  });

  await page.goto(`${origin}/en/calculators/ltv/#v=1&model=discounted&horizonMonths=120`);
  await page.locator('input[name=churn]:enabled').waitFor();
  const churns = Array.from({ length: 100 }, (_, index) => (1 + index / 10).toFixed(1));
  const answers = await timedTyping(page, 'input[name=churn]', churns);
  report({ name: 'lifetime value, one change of churn over 120 months', unit: 'ms', values: answers });
}

reportHeading();
benchMeasures();

const executablePath = await findBrowser();
const server = await serve({ folder: join(root, 'dist'), base: '/', port: 0 });
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath && { executablePath }),
});
await benchBrowser(browser, `http://${host}:${(server.address() as AddressInfo).port}`);
await browser.close();
server.close();
benchBuild();
