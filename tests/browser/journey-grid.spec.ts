import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { JourneyMap } from '../../src/lib/journey-map/document.ts';
import { emptyMap } from '../../src/lib/journey-map/document.ts';
import { barriersOn } from './barriers.ts';
import { expect, test } from './test.ts';

const small: JourneyMap = {
  ...emptyMap('en'),
  title: 'Small',
  stages: [
    { id: 's1', title: 'Hears of it' },
    { id: 's2', title: 'Buys', moments: ['first'] },
  ],
  lanes: [
    { id: 'l1', kind: 'actions', title: '', side: 'both' },
    { id: 'l2', kind: 'feelings', title: 'How it feels', side: 'buyer' },
    { id: 'l3', kind: 'pain-points', title: '', side: 'seller' },
  ],
  cards: [
    { id: 'c1', stage: 's1', lane: 'l1', text: 'one' },
    { id: 'c2', stage: 's1', lane: 'l1', text: 'two' },
    {
      id: 'c3',
      stage: 's2',
      lane: 'l2',
      text: 'three',
      feeling: -1,
      hopedFeeling: 1,
      owner: 'Mori',
      evidence: 'Asked 12',
    },
  ],
};

async function openMap(page: Page, map: JourneyMap = small, language = 'en') {
  await page.goto(`/${language}/journey-map/`);
  // A file chosen before the page listens would be lost.
  await page.locator('astro-island:not([ssr])').first().waitFor();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'map.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(map)),
  });
  await expect(page.locator('.journey-editor')).toBeVisible();
}

/** The map as its file says it. */
async function savedMap(page: Page): Promise<JourneyMap> {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as file' }).click(),
  ]);
  const map = JSON.parse(await readFile(await download.path(), 'utf8'));
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  return map;
}

/** A map with ids that say where things stand, so that two maps made in different ways can be compared. */
function withPlainIds(map: JourneyMap): JourneyMap {
  const nameOf = (list: readonly { readonly id: string }[], id: string) =>
    String(list.findIndex((item) => item.id === id));
  return {
    ...map,
    stages: map.stages.map((stage) => ({ ...stage, id: nameOf(map.stages, stage.id) })),
    lanes: map.lanes.map((lane) => ({ ...lane, id: nameOf(map.lanes, lane.id) })),
    cards: map.cards
      .map((card) => ({
        ...card,
        id: '',
        stage: nameOf(map.stages, card.stage),
        lane: nameOf(map.lanes, card.lane),
      }))
      // Only the order within a cell says something; it stays.
      .sort((one, other) => `${one.stage} ${one.lane}`.localeCompare(`${other.stage} ${other.lane}`)),
  };
}

const textsAt = ({ cards }: JourneyMap, stage: string, lane: string) =>
  cards.filter((card) => card.stage === stage && card.lane === lane).map(({ text }) => text);
const card = (page: Page, text: string) => page.locator('.journey-card').filter({ hasText: text });
const said = (page: Page) => page.locator('.journey-editor').getByRole('status').last();

async function tabTo(page: Page, selector: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

async function press(page: Page, ...keys: readonly string[]) {
  for (const key of keys) await page.keyboard.press(key);
}

async function write(page: Page, text: string) {
  await expect(page.getByRole('grid').getByRole('textbox')).toBeFocused();
  await page.keyboard.type(text);
}

async function makeByKeyboard(page: Page) {
  await tabTo(page, '.journey-title input');
  await press(page, 'Control+A');
  await page.keyboard.type('Coffee');
  await tabTo(page, '[data-stop]');
  // Two cards, the second moved above the first.
  await press(page, 'Control+Home', 'Home', 'ArrowRight', 'n');
  await write(page, 'Sees the sign');
  await press(page, 'Enter', 'n');
  await write(page, 'Asks a friend');
  await press(page, 'Enter', 'Alt+ArrowUp');
  await expect(said(page)).toHaveText('Actions, Hears of it: 3 of 4');
  // A feeling.
  await press(page, 'Alt+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, 'dialog input[type="radio"]');
  // From “not said”, which is last.
  await press(page, 'ArrowUp');
  await tabTo(page, 'dialog label + input');
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // A stage after the last, moved before the others, and a moment of truth on it.
  await press(page, 'Control+Home', 'ArrowUp', 'End', 'n');
  await write(page, 'Comes back');
  await press(page, 'Enter', 'Alt+ArrowLeft', 'Alt+ArrowLeft', 'Alt+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, 'dialog input[type="checkbox"]');
  await press(page, 'Space', 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // A lane is renamed, another taken away.
  await press(page, 'ArrowDown', 'Home', 'F2', 'Control+A');
  await write(page, 'What they do');
  await press(page, 'Enter', 'ArrowDown', 'ArrowDown', 'Delete');
  // A card goes to another place by its list.
  await press(page, 'Control+Home', 'ArrowRight', 'm');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  await tabTo(page, 'dialog button[type="submit"]');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function makeByClicks(page: Page) {
  const grid = page.getByRole('grid');
  const choose = async (name: string, item: string) => {
    await grid.getByRole('button', { name: `What to do with “${name}”`, exact: true }).click();
    await page.getByRole('menu').getByRole('menuitem', { name: item, exact: true }).click();
  };
  await page.getByRole('textbox', { name: 'Title of the map' }).fill('Coffee');
  for (const text of ['Sees the sign', 'Asks a friend']) {
    await grid.getByRole('button', { name: 'Add a card: Actions, Hears of it' }).click();
    await write(page, text);
    await page.locator('.journey-bar').click({ position: { x: 700, y: 10 } });
  }
  await choose('Asks a friend', 'Move to…');
  await page
    .getByRole('dialog')
    .getByRole('combobox', { name: 'Place' })
    .selectOption({ label: 'before “Sees the sign”' });
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
  await choose('Asks a friend', 'Details');
  await page.getByRole('dialog').getByRole('group', { name: 'Feeling now' }).getByText('very good').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Add a stage', exact: true }).click();
  await write(page, 'Comes back');
  await page.locator('.journey-bar').click({ position: { x: 700, y: 10 } });
  await choose('Comes back', 'Move left');
  await choose('Comes back', 'Move left');
  await choose('Comes back', 'Moments of truth');
  await page.getByRole('dialog').getByText('Zero moment of truth').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await choose('Actions', 'Rename');
  await grid.getByRole('textbox').fill('What they do');
  await page.locator('.journey-bar').click({ position: { x: 700, y: 10 } });
  await choose('Pain points', 'Delete');
  await choose('one', 'Move to…');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Stage' }).selectOption('Buys');
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
}

test('a map made by keyboard alone and one made by single clicks alone are the same', async ({ page }) => {
  await openMap(page);
  await makeByKeyboard(page);
  const byKeyboard = withPlainIds(await savedMap(page));
  await openMap(page);
  await makeByClicks(page);
  const byClicks = withPlainIds(await savedMap(page));
  expect(byKeyboard).toEqual(byClicks);
  expect(byKeyboard.stages.map(({ title }) => title)).toEqual(['Comes back', 'Hears of it', 'Buys']);
  expect(byKeyboard.stages[0]?.moments).toEqual(['zero']);
  expect(byKeyboard.lanes.map(({ title }) => title)).toEqual(['What they do', 'How it feels']);
  expect(textsAt(byKeyboard, '1', '0')).toEqual(['two', 'Asks a friend', 'Sees the sign']);
  expect(textsAt(byKeyboard, '2', '0')).toEqual(['one']);
  expect(byKeyboard.cards.find(({ text }) => text === 'Asks a friend')?.feeling).toBe(2);
});

test('Enter while a Japanese text is converted does not end the writing', async ({ page }) => {
  await openMap(page, small, 'ja');
  await card(page, 'one').focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+A');
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: 'かいやく', selectionStart: 4, selectionEnd: 4 });
  const field = page.getByRole('grid').getByRole('textbox');
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  await field.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
  await expect(field).toBeFocused();
  await client.send('Input.insertText', { text: '解約' });
  await expect(field).toHaveValue('解約');
  await page.keyboard.press('Enter');
  await expect(card(page, '解約')).toBeFocused();
});

test('Escape gives a text back as it was; one undo takes back all that was typed', async ({ page }) => {
  await openMap(page);
  await card(page, 'one').focus();
  await press(page, 'Enter', 'Control+A');
  await write(page, 'Something else');
  await press(page, 'Escape');
  await expect(card(page, 'one')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  await press(page, 'n', 'Escape', 'Enter', 'End');
  await write(page, ' more');
  await press(page, 'Enter', 'Control+z');
  await expect(said(page)).toHaveText('Undone: Edit cards');
  await expect(card(page, 'one')).toHaveText('one');
  await press(page, 'Control+Shift+z');
  await expect(card(page, 'one more')).toHaveCount(1);
});

test('cells of a spreadsheet become cards, and reach over the edge', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMap(page);
  const cells = '"line ""one""\nline two"\tb\r\n\td\te';
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells);
  await card(page, 'three').focus();
  await press(page, 'Control+v');
  await expect(said(page)).toHaveText('4 cards pasted');
  const map = await savedMap(page);
  expect(textsAt(map, 's2', 'l2')).toEqual(['three', 'line "one"\nline two']);
  expect(map.stages).toHaveLength(4);
  expect(textsAt(map, map.stages[2]?.id ?? '', 'l2')).toEqual(['b']);
  expect(textsAt(map, map.stages[3]?.id ?? '', 'l3')).toEqual(['e']);
});

test('what is cut is pasted with all it says, and is a table elsewhere', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMap(page);
  await card(page, 'two').focus();
  await press(page, 'Space', 'ArrowRight', 'ArrowDown', 'Space', 'Control+x');
  await expect(page.locator('.journey-card')).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('two\t\n\tthree');
  await card(page, 'one').focus();
  await press(page, 'Control+v');
  await expect(card(page, 'three')).toHaveCount(1);
  const map = await savedMap(page);
  const { id: _, ...pasted } = map.cards.find(({ text }) => text === 'three') ?? { id: '' };
  const { id: __, ...before } = small.cards[2] ?? { id: '' };
  expect(pasted).toEqual(before);
  expect(textsAt(map, 's1', 'l1')).toEqual(['one', 'two']);
});

test('several cards are moved at once, by keys and by the list of places', async ({ page }) => {
  await openMap(page);
  await card(page, 'one').focus();
  await press(page, 'Shift+ArrowDown');
  await expect(said(page)).toHaveText('2 cards selected');
  await press(page, 'Alt+ArrowRight');
  await expect(said(page)).toHaveText('Actions, Buys: 2 of 2');
  await expect(card(page, 'two')).toBeFocused();
  await page.locator('.journey-grid > .journey-tools').getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Lane' }).selectOption('How it feels');
  await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
  const map = await savedMap(page);
  expect(textsAt(map, 's2', 'l2')).toEqual(['three', 'one', 'two']);
});

test('a stage is split and merged back; a lane is deleted and brought back', async ({ page }) => {
  await openMap(page);
  const menuOf = (name: string) =>
    page.getByRole('grid').getByRole('button', { name: `What to do with “${name}”`, exact: true });
  await menuOf('Hears of it').click();
  await page.getByRole('menuitem', { name: 'Split…' }).click();
  await page.getByRole('textbox', { name: 'Title of the new one' }).fill('Compares');
  await page.getByRole('dialog').getByText('two').click();
  await page.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(said(page)).toHaveText('“Hears of it” is split; 1 card went to the new one.');
  expect((await savedMap(page)).stages.map(({ title }) => title)).toEqual(['Hears of it', 'Compares', 'Buys']);
  await menuOf('Compares').click();
  await page.getByRole('menuitem', { name: 'Merge into the one before' }).click();
  await expect(said(page)).toHaveText('“Compares” is now part of “Hears of it”, with 1 card.');
  await menuOf('How it feels').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(said(page)).toHaveText('“How it feels” deleted, with 1 card. Undo brings it back.');
  await page.getByRole('button', { name: 'Undo: Delete a lane' }).click();
  const map = await savedMap(page);
  expect(map.cards).toEqual(small.cards);
  expect(map.stages).toEqual(small.stages);
});

test('a card is dragged to another cell', async ({ page }) => {
  await openMap(page);
  await card(page, 'one').dragTo(card(page, 'three'), { targetPosition: { x: 20, y: 2 } });
  expect(textsAt(await savedMap(page), 's2', 'l2')).toEqual(['one', 'three']);
});

test('a card names a term of the glossary and leads to it, however late the list of terms comes', async ({ page }) => {
  await page.route('**/lexicon.json', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await openMap(page);
  await card(page, 'three').focus();
  await press(page, 'Alt+Enter');
  const dialog = page.getByRole('dialog', { name: 'Card' });
  await expect(dialog.getByRole('textbox', { name: 'Evidence' })).toHaveValue('Asked 12');
  await dialog.getByRole('combobox', { name: 'Term' }).fill('Churn rate');
  await expect(dialog.getByRole('link', { name: 'Read “Churn rate”' })).toHaveAttribute('href', /terms\/churn-rate/);
  await press(page, 'Escape');
  await expect(card(page, 'three')).toBeFocused();
  expect((await savedMap(page)).cards[2]?.term).toBe('churn-rate');
});

test('a reading shows its own lanes; an empty lane asks a question that can be answered', async ({ page }) => {
  await openMap(page);
  await page.getByRole('combobox', { name: 'Reading' }).selectOption('Seller’s view');
  await expect(page.getByRole('rowheader', { name: 'How it feels' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Answer: What costs them time, money or nerves here?' }).click();
  await write(page, 'Waiting');
  await press(page, 'Enter');
  await expect(card(page, 'Waiting')).toBeFocused();
  expect(textsAt(await savedMap(page), 's1', 'l3')).toEqual(['Waiting']);
});

test('a screen reader finds a table with headings, cards, feelings and what can be done', async ({ page }) => {
  await openMap(page);
  await expect(page.getByRole('region', { name: 'Table' })).toMatchAriaSnapshot(`
    - grid /Small 2 stages, 3 lanes, 3 cards/:
      - rowgroup:
        - row:
          - columnheader "Hears of it":
            - button "Hears of it"
            - button "What to do with “Hears of it”"
          - columnheader "Buys":
            - button "Buys"
      - rowgroup:
        - row:
          - rowheader "Feeling curve"
          - gridcell "Not said."
          - gridcell "Now −1. Hoped for +1."
        - row:
          - rowheader "Actions"
          - gridcell:
            - list:
              - listitem:
                - button "one"
                - button "What to do with “one”"
              - listitem:
                - button "two"
            - 'button "Add a card: Actions, Hears of it"'
          - gridcell:
            - 'button "Add a card: Actions, Buys"'
        - row:
          - rowheader "How it feels"
          - gridcell
          - gridcell:
            - list:
              - listitem:
                - 'button "three Feels bad. Meant to feel good. Owner: Mori. With evidence."'
  `);
  // One stop for Tab; arrows lead on, and it is there when one comes back.
  await expect(page.locator('[role="grid"] [tabindex="0"]')).toHaveCount(1);
  await card(page, 'one').focus();
  await press(page, 'ArrowDown', 'ArrowDown');
  await expect(page.locator('td:focus')).toHaveAttribute('data-lane', 'l2');
  await press(page, 'ArrowRight');
  await expect(card(page, 'three')).toBeFocused();
  await press(page, 'ArrowUp', 'ArrowUp');
  await expect(page.getByRole('button', { name: 'Buys', exact: true })).toBeFocused();
  await press(page, 'ArrowDown', 'Home');
  await expect(page.getByRole('button', { name: 'Actions', exact: true })).toBeFocused();
  await press(page, 'ArrowRight', 'Space');
  await expect(card(page, 'one')).toHaveAttribute('aria-pressed', 'true');
  await expect(said(page)).toHaveText('1 card selected');
  await press(page, 'Escape', 'Delete');
  await expect(said(page)).toHaveText('Card deleted. Undo brings it back.');
  await expect(card(page, 'two')).toBeFocused();
  await press(page, '?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
});

test('axe finds nothing in the table, its menus and its boxes', async ({ page }) => {
  test.slow();
  await openMap(page);
  expect(await barriersOn(page)).toEqual([]);
  await card(page, 'one').focus();
  await press(page, 'Space', 'Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
  await press(page, 'Escape', 'Enter');
  expect(await barriersOn(page)).toEqual([]);
  await press(page, 'Escape');
  for (const key of ['Alt+Enter', 'm', '?']) {
    await press(page, key);
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await barriersOn(page)).toEqual([]);
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await press(page, 'Home', 'Alt+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
});

test('a wide map is scrolled in its own place at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openMap(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
