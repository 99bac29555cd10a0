import { locales } from '../../src/lib/i18n/locales.ts';
import { expect, pageKinds, test } from './test.ts';

/** 320 px is also what 1280 px become at 400 % zoom. */
const widths = [320, 390, 1280];

for (const locale of locales) {
  for (const kind of pageKinds) {
    test(`/${locale}/${kind} fits its window at ${widths.join(', ')} px`, async ({ page }) => {
      await page.goto(`/${locale}/${kind}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([width, overflow]).toEqual([width, 0]);
      }
    });
  }
}

for (const address of [
  'ltv/#v=1&model=expansion&2.churn=0.03&3.churn=0.04&4.churn=0.02',
  'churn/#v=1&model=movements&2.newRevenue=3&3.newRevenue=5&4.newRevenue=7',
  'nps/#v=1&model=ratings&2.rating10=9&3.rating1=7&4.rating2=4',
]) {
  test(`four scenarios scroll in their own box on a phone: ${address}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/ja/calculators/${address}`);
    await expect(page.locator('.scenarios-4')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}

for (const locale of locales) {
  test(`the search in ${locale} fits with results, without, and as a dialog at ${widths.join(', ')} px`, async ({
    page,
  }) => {
    for (const address of ['search/?q=NPS', `search/?q=${'zzqx'.repeat(40)}`, 'terms/cs/']) {
      await page.goto(`/${locale}/${address}`);
      if (address === 'terms/cs/') {
        await page.keyboard.press('/');
        await page.getByRole('dialog').getByRole('searchbox').fill('NPS');
      }
      await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('dialog, search-panel, .search-found')].map(
            (box) => box.scrollWidth - box.clientWidth,
          ),
        );
        expect([address, width, Math.max(...overflow)]).toEqual([address, width, 0]);
      }
    }
  });
}
