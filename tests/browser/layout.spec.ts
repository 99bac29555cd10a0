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

  test(`everything that can be pressed in ${locale} is large enough`, async ({ page }) => {
    for (const kind of pageKinds) {
      await page.goto(`/${locale}/${kind}`);
      const small = await page.evaluate(() => {
        const least = matchMedia('(pointer: coarse)').matches ? 40 : 24;
        return [
          ...document.querySelectorAll<HTMLElement>(
            'button, summary, input:not([type=radio]), select, header a, nav a',
          ),
        ]
          .filter(
            (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden'),
          )
          .map((element) => ({
            text: element.textContent?.trim() || element.tagName,
            box: element.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.height > 1 && box.height < least - 0.5)
          .map(({ text, box }) => `${text} ${box.height}`);
      });
      expect([kind, small]).toEqual([kind, []]);
    }
  });
}
