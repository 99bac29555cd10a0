import { locales } from '../../src/lib/i18n/locales.ts';
import { expect, pageKinds, test } from './test.ts';
import { smallTargets } from './too-small.ts';

for (const locale of locales) {
  test(`everything that can be pressed in ${locale} is large enough`, async ({ page }) => {
    for (const kind of pageKinds) {
      await page.goto(`/${locale}/${kind}`);
      const citing = page.locator('cite-page summary');
      if (await citing.isVisible()) await citing.click();
      const small = await smallTargets(page);
      expect([kind, small]).toEqual([kind, []]);
    }
  });
}

for (const locale of locales) {
  test(`so is everything in the search in ${locale}, empty, with results and without`, async ({ page }) => {
    for (const search of ['', '?q=NPS', '?q=customrloyaltiesmith']) {
      await page.goto(`/${locale}/search/${search}`);
      await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
      expect([search, await smallTargets(page)]).toEqual([search, []]);
    }
    await page.goto(`/${locale}/terms/cs/`);
    await page.keyboard.press('/');
    await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
    expect(await smallTargets(page)).toEqual([]);
  });
}
