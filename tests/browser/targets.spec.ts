import { locales } from '../../src/lib/i18n/locales.ts';
import { expect, pageKinds, test } from './test.ts';

for (const locale of locales) {
  test(`everything that can be pressed in ${locale} is large enough`, async ({ page }) => {
    for (const kind of pageKinds) {
      await page.goto(`/${locale}/${kind}`);
      const small = await page.evaluate(() => {
        const least = matchMedia('(pointer: coarse)').matches ? 44 : 24;
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
