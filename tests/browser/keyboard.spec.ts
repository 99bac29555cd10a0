import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test.ts';

test.use({ viewport: { width: 390, height: 844 } });

const textsIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../src/content/ui/${language}.json`, import.meta.url), 'utf8'));
/** Further than any part of the page is from the next. */
const mostTabs = 90;

/** Goes on by Tab until something is reached, as someone without a pointer does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  for (let count = 0; count < mostTabs; count += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

for (const language of ['en', 'ja'] as const) {
  const texts = textsIn(language);
  const text = (key: string) => texts[key] ?? key;
  /** A message, whatever is filled in. */
  const pattern = (key: string) =>
    new RegExp(
      text(key)
        .split(/\{\w+\}/)
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.+'),
    );

  test(`by keyboard alone, a file leads to churn, and that to a lifetime value with its range (${language})`, async ({
    page,
  }) => {
    await page.goto(`/${language}/calculators/churn/`);
    const models = page.getByRole('radiogroup', { name: text('calc.model') });
    await tabTo(page, models.getByRole('radio').first());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(
      models.getByRole('radio', { name: new RegExp(`^${text('churn.model.customers')}`), checked: true }),
    ).toBeFocused();

    const chooser = page.getByLabel(text('table.file'));
    await tabTo(page, chooser);
    const list = await page.request.get('/data/synthetic-subscriptions.csv');
    // What opens now belongs to the system.
    await chooser.setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: await list.body() });
    await expect(page.getByRole('heading', { name: text('table.first').replace('{name}', 'list.csv') })).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: text('table.read') }));
    await page.keyboard.press('Enter');
    const outcome = page.getByRole('status').filter({ hasText: pattern('table.outcome.some.other') });
    await expect(outcome).toBeFocused();

    const rate = page.locator('output[name=churn]');
    await expect(rate).toHaveAttribute('data-value', /^0\.\d+$/);
    await tabTo(page, page.getByRole('link', { name: text('churn.ltv.survivors.1') }));
    await page.keyboard.press('Enter');

    await expect(page).toHaveURL(/calculators\/ltv\/#.*model=retention/);
    const value = page.locator('output[name=ltv]');
    await expect(value).toHaveAttribute('data-value', /./);
    await tabTo(page, page.locator('summary').filter({ has: page.getByRole('heading', { name: text('sure.title') }) }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: pattern('sure.ranges.swing') }));
    await page.keyboard.press('Enter');
    const simulation = page.getByRole('region', { name: text('sure.simulation') });
    await expect(simulation.getByRole('img').first()).toBeVisible();
    await expect(simulation.locator('output').first()).toHaveAttribute('data-value', /./);
  });
}
