import { locales } from '../../src/lib/i18n/locales.ts';
import { expect, pageKinds, test } from './test.ts';
import { smallTargets } from './too-small.ts';

for (const locale of locales) {
  test(`everything that can be pressed in ${locale} is large enough`, async ({ page }) => {
    for (const kind of pageKinds) {
      await page.goto(`/${locale}/${kind}`);
      const small = await smallTargets(page);
      expect([kind, small]).toEqual([kind, []]);
    }
  });
}
