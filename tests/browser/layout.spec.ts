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
