/**
 * `npm run bench`: how fast the measures are in Node and the built site is in a real browser, as a table of medians with
 * their spread. Nothing here fails: timings depend on the machine. Build first (`npm run build`).
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { root } from '../../scripts/project.ts';
import { findBrowser } from '../../scripts/setup.mjs';
import { host, serve } from '../../scripts/static-server.ts';
import { benchBuild } from './build.ts';
import { benchCalculators } from './calculators.ts';
import { report, reportHeading } from './figure.ts';
import { benchJourneyMap } from './journey-map.ts';
import { benchMeasures } from './measures.ts';
import { benchSearch } from './search.ts';

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
}

reportHeading();
benchMeasures();

const executablePath = await findBrowser();
const dist = join(root, 'dist');
const server = await serve({ folder: dist, base: '/', port: 0 });
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu'],
  ...(executablePath && { executablePath }),
});
const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
await benchBrowser(browser, origin);
await benchCalculators(browser, origin);
await benchJourneyMap(browser, origin);
await benchSearch(browser, dist, origin);
await browser.close();
server.close();
benchBuild();
