import type { Page } from '@playwright/test';
import { barriersOn } from './barriers.ts';
import { goToView, openMap } from './journey-map-page.ts';
import { expect, test } from './test.ts';

const outline = (page: Page) => page.getByRole('region', { name: 'Outline' });
const stage = (page: Page, name: string) => outline(page).getByRole('region', { name });
const menuItem = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a map opens as lists: stages, their lanes, their cards', async ({ page }) => {
    await openMap(page);
    await expect(outline(page).getByRole('heading', { level: 3 })).toHaveText([/^Search/, /^Order/, /^Leave/, 'Lanes']);
    await expect(stage(page, 'Order').getByRole('heading', { level: 4 })).toHaveText([
      'Actions',
      'Feelings',
      'Behind the counter',
    ]);
    await expect(stage(page, 'Order').getByRole('listitem')).toHaveCount(3);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  test('cards are added, changed, moved and deleted by single taps', async ({ page }) => {
    await openMap(page);
    await stage(page, 'Leave').getByRole('button', { name: 'Add a card: Feelings, Leave' }).tap();
    await page.getByRole('textbox', { name: 'Text of the card: Feelings, Leave' }).fill('Glad to have come');
    await page.keyboard.press('Enter');
    const added = stage(page, 'Leave').getByRole('button', { name: 'Glad to have come', exact: true });
    await expect(added).toBeFocused();

    await added.tap();
    await page.getByRole('textbox', { name: /^Text of the card/ }).fill('Glad');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'What to do with “Glad”' }).tap();
    await page.getByRole('menuitemradio', { name: 'very good' }).tap();
    await expect(stage(page, 'Leave').getByRole('button', { name: 'Glad Feels very good.' })).toBeVisible();

    await page.getByRole('button', { name: 'What to do with “Glad”' }).tap();
    await menuItem(page, 'Move up').tap();
    await expect(stage(page, 'Leave').getByRole('heading', { level: 4 })).toHaveText(['Actions']);

    await page.getByRole('button', { name: 'What to do with “Glad”' }).tap();
    await menuItem(page, 'Delete').tap();
    await expect(stage(page, 'Leave').getByRole('listitem')).toHaveCount(0);
    await expect(page.getByText('Card deleted. Undo brings it back.')).toBeVisible();
  });

  test('the order of cards is changed from their menus, and the focus stays with the card', async ({ page }) => {
    await openMap(page);
    await page.getByRole('button', { name: /What to do with “Looks/ }).tap();
    await menuItem(page, 'Move down').tap();
    await expect(stage(page, 'Search').getByRole('listitem')).toHaveText([/outside is hard/, /Looks for coffee/]);
    await expect(stage(page, 'Search').getByRole('button', { name: /^Looks for coffee/ })).toBeFocused();
  });

  test('stages and lanes are added and renamed', async ({ page }) => {
    await openMap(page);
    await outline(page).getByRole('button', { name: 'Order', exact: true }).last().tap();
    await page.getByRole('textbox', { name: 'Title of the stage' }).fill('Pay');
    await page.keyboard.press('Enter');
    await expect(stage(page, 'Pay').getByRole('listitem')).toHaveCount(3);

    const lanes = outline(page).getByRole('region', { name: 'Lanes' });
    await lanes.getByRole('button', { name: 'Behind the counter', exact: true }).tap();
    await page.getByRole('textbox', { name: 'Title of the lane' }).fill('Staff');
    await page.keyboard.press('Enter');
    await expect(stage(page, 'Pay').getByRole('heading', { level: 4, name: 'Staff' })).toBeVisible();

    await page.getByRole('button', { name: 'Add a stage' }).tap();
    await page.getByRole('textbox', { name: 'Title of the stage' }).fill('Come back');
    await page.keyboard.press('Enter');
    await expect(outline(page).getByRole('heading', { level: 3 })).toHaveCount(5);
  });
});

for (const language of ['en', 'ja']) {
  test.describe(`in ${language}, on a phone`, () => {
    test.use({ viewport: { width: 390, height: 844 } });
    test('axe finds nothing in the outline, its menus and a text that is written', async ({ page }) => {
      await openMap(page, undefined, language);
      expect(await barriersOn(page)).toEqual([]);
      await page.locator('.journey-outline .journey-more').first().click();
      expect(await barriersOn(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.journey-outline .journey-card').first().click();
      expect(await barriersOn(page)).toEqual([]);
    });
  });
}

test('on a wide screen a map opens as a table, and the outline can be chosen', async ({ page }) => {
  await openMap(page);
  await expect(page.getByRole('grid')).toBeVisible();
  await goToView(page, 'Outline');
  await expect(stage(page, 'Order')).toBeVisible();
  await expect(page.getByRole('grid')).toHaveCount(0);
});
