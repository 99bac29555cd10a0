import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { SaxesParser } from 'saxes';
import { churnCalculator } from '../../src/lib/calculators/churn.ts';
import { lifetimeValueCalculator } from '../../src/lib/calculators/lifetime-value.ts';
import { netPromoterCalculator } from '../../src/lib/calculators/net-promoter.ts';
import { expect, test } from './test.ts';

/** The calculator answers: before that, its buttons are only drawn. */
const ready = (page: Page) => expect(page.locator('.chart-actions button').first()).toBeEnabled();
const button = (page: Page, name: string) => page.locator('.chart-actions').first().getByRole('button', { name });
const said = (page: Page) => page.locator('.chart-actions [role=status]').first();

/** What a button saves, and under which name. */
async function saved(page: Page, name: string) {
  await ready(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

/** Width and height of a PNG, from its header. */
function sizeOf(png: Buffer) {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

test.describe('a chart taken along', () => {
  test('as SVG needs nothing else, is on paper, and keeps its Japanese', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/ja/calculators/ltv/');
    const { name, content } = await saved(page, 'SVGで保存');
    expect(name).toMatch(/\.svg$/);
    const text = content.toString('utf8');
    const fills: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name: element, attributes }) => {
      if (element === 'rect') fills.push(String(attributes.fill));
      for (const [attribute, value] of Object.entries(attributes)) {
        expect(attribute).not.toMatch(/^(class|style|href|xlink:href)$/);
        if (attribute !== 'xmlns') expect(value).not.toMatch(/\/\/|url\(|var\(/);
      }
    });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(text).close();
    expect(fills[0]).toBe('rgb(251, 249, 244)');
    expect(text).toContain('>生涯価値 ¥160,000</text>');
    expect(text).toContain('lang="ja"');
    await expect(said(page)).toContainText(name);
  });

  test('as PNG is large enough for a slide, on a phone too', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto('/en/calculators/ltv/');
    const { name, content } = await saved(page, 'Save as PNG');
    expect(name).toMatch(/\.png$/);
    expect(sizeOf(content).width).toBeGreaterThanOrEqual(1200);
    expect(content.length).toBeGreaterThan(10_000);
  });

  test('as CSV has the numbers unrounded', async ({ page }) => {
    await page.goto('/en/calculators/ltv/#v=1&arpa=100&grossMargin=0.8&churn=0.07');
    const { content } = await saved(page, 'Save the numbers as CSV');
    expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(content.toString('utf8')).toMatch(/\r\n2?\d,\d+\.\d{5,}\r\n/);
  });

  test('is copied as a picture, and the page says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/en/calculators/ltv/');
    await ready(page);
    await button(page, 'Copy picture').press('Enter');
    await expect(said(page)).toHaveText('Picture copied.');
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types));
    expect(types).toContain('image/png');
  });

  test('says why it was not copied where the browser forbids it', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator.clipboard, 'write', { value: () => Promise.reject(new Error('forbidden')) });
    });
    await page.goto('/en/calculators/ltv/');
    await ready(page);
    await button(page, 'Copy picture').click();
    await expect(said(page)).toContainText('did not allow copying a picture');
  });
});

async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('nothing can be pressed before the page listens', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/calculators/ltv/');
  const buttons = page.locator('.calculator button');
  await expect(buttons.first()).toBeVisible();
  for (const each of await buttons.all()) await expect(each).toBeDisabled();
  await context.close();
});

test('a calculation prints on one page, its numbers shown and nothing to press', async ({ page }) => {
  await page.goto('/en/calculators/ltv/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.calculator button:visible, .calculator input:visible')).toHaveCount(0);
  await expect(page.locator('.chart-figure table').first()).toBeVisible();
  expect(await printedPages(page)).toBe(1);
});

const survivors = 'survivors=1000,869,743,653,593,551,517,491,468,445,427,409,394&period=12';
for (const address of [
  ...[lifetimeValueCalculator, churnCalculator, netPromoterCalculator].flatMap(({ name, models }) =>
    models
      .filter(({ needsData }) => !needsData)
      .flatMap((model) => ['en', 'ja'].map((language) => `/${language}/calculators/${name}/#v=1&model=${model.name}`)),
  ),
  '/ja/calculators/ltv/#v=1&model=expansion&cac=60000',
  '/en/calculators/ltv/#v=1&model=expansion&cac=600&2.churn=0.03&3.churn=0.04&4.churn=0.05&2.name=Better+onboarding',
  `/en/calculators/ltv/#v=1&model=retention&${survivors}`,
  `/ja/calculators/ltv/#v=1&model=retention&${survivors}&2.arpa=20000`,
  '/ja/calculators/churn/#v=1&model=movements&2.churnedRevenue=10000&3.churnedRevenue=3000&4.churnedRevenue=1000',
  '/en/calculators/nps/#v=1&model=ratings&2.rating10=100',
]) {
  test(`${address} prints on one page`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('button', { name: /^(Reset|最初に戻す)$/ })).toBeEnabled();
    await expect(page.locator('.chart-figure').first()).toBeVisible();
    expect(await printedPages(page)).toBe(1);
  });
}

for (const [name, model] of [
  ['ltv', 'orders'],
  ['churn', 'customers'],
  ['nps', 'answers'],
] as const) {
  for (const language of ['en', 'ja']) {
    test(`what the examples of ${model} show prints on one page (${language})`, async ({ page }) => {
      await page.goto(`/${language}/calculators/${name}/#v=1&model=${model}`);
      const examples = page.locator('.table-examples button');
      await expect(examples.first()).toBeEnabled();
      for (let place = 0; place < (await examples.count()); place += 1) {
        await examples.nth(place).click();
        await page.locator('.table-plan button[type=submit]').click();
        await expect(page.locator('.printed-inputs')).toContainText((await examples.nth(place).textContent()) ?? '');
        await expect(page.locator('.calculator-results .chart-figure').nth(1)).toBeVisible();
        expect(await printedPages(page)).toBe(1);
      }
    });
  }
}
