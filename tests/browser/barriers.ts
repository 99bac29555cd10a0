import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** All rules in one theme, which stays; in the other those about colors: of nothing else does a theme decide. */
const themes = [
  { colorScheme: 'dark', rules: ['color-contrast', 'link-in-text-block'] },
  { colorScheme: 'light', rules: undefined },
] as const;

/** What stands in anybody's way on a page as it is now, in both themes: rules of axe, and where they are broken. */
export async function barriersOn(page: Page, within = 'html'): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, rules } of themes) {
    await page.emulateMedia({ colorScheme });
    // For the sake of frames, which no page has, axe would open a page of its own each time.
    const axe = new AxeBuilder({ page }).setLegacyMode().include(within);
    const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
    const places = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
    found.push(...places.map((place) => `${colorScheme}: ${place}`));
  }
  return found;
}
