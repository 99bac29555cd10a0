import type { Page } from '@playwright/test';
import { barriersOn } from './barriers.ts';
import { goToView, openMap } from './journey-map-page.ts';
import { expect, test } from './test.ts';
import { smallTargets } from './too-small.ts';

/** Nothing is in anybody's way, nothing too small to be pressed, and nothing reaches over the edge. */
async function expectFit(page: Page, state: string) {
  const barriers = await barriersOn(page, 'main');
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft({ state, barriers, small: await smallTargets(page), overflow }).toEqual({
    state,
    barriers: [],
    small: [],
    overflow: 0,
  });
}

const dialog = (page: Page) => page.getByRole('dialog');
const menuOf = (page: Page, name: string) =>
  page
    .getByRole('grid')
    .getByRole('button', { name: `What to do with “${name}”`, exact: true })
    .click();
const choose = (page: Page, name: string) => page.getByRole('menuitem', { name, exact: true }).click();

test('the list of maps fits every reader, with a map, with one deleted, and with a file that is none', async ({
  page,
}) => {
  await openMap(page);
  await expect(page).toHaveURL(/#id=/);
  await page.getByRole('button', { name: 'All maps' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: 'empty.json', mimeType: '', buffer: Buffer.from('') });
  await expect(page.getByText('The file is empty.')).toBeVisible();
  await expectFit(page, 'list');
  await page
    .locator('.journey-maps')
    .getByRole('button', { name: /^Delete/ })
    .click();
  await expect(page.getByRole('button', { name: 'Put it back' })).toBeFocused();
  await expectFit(page, 'deleted');
  await page.goto('/en/journey-map/#map=1.x');
  await expect(page.getByText('incomplete or was changed on its way')).toBeVisible();
  await expectFit(page, 'broken link');
});

test('the table fits every reader, with its menus and boxes', async ({ page }) => {
  await openMap(page);
  await goToView(page, 'Table');
  await expect(page.getByRole('grid')).toBeVisible();
  await expectFit(page, 'table');
  for (const [name, item] of [
    ['Order', 'Split…'],
    ['Behind the counter', 'Kind and reading'],
    ['Is in a hurry', 'Details'],
    ['Is in a hurry', 'Move to…'],
  ] as const) {
    await menuOf(page, name);
    await expectFit(page, `menu of “${name}”`);
    await choose(page, item);
    await expect(dialog(page)).toBeVisible();
    await expectFit(page, item);
    await page.keyboard.press('Escape');
  }
  await menuOf(page, 'Is in a hurry');
  await choose(page, 'Select');
  await expectFit(page, 'chosen');
});

test('the other views fit every reader', async ({ page }) => {
  await openMap(page);
  for (const [view, content] of [
    ['Outline', '.journey-outline'],
    ['Analysis', '.journey-analysis'],
    ['Details', '.journey-details'],
    ['Share', '.journey-share'],
    ['History', '.journey-past'],
    ['Present', '.journey-present'],
  ] as const) {
    await goToView(page, view);
    await expect(page.locator(content)).toBeVisible();
    if (view === 'Analysis') await page.getByRole('textbox', { name: 'Gross margin' }).fill('120');
    await expectFit(page, view);
  }
  await goToView(page, 'Outline');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('coffee');
  await expectFit(page, 'finding');
});
