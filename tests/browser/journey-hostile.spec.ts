import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { cafe, goToView, openFile, openMap } from './journey-map-page.ts';
import { expect, test } from './test.ts';

const cards = (page: Page) => page.locator('.journey-card');
const undo = (page: Page) => page.getByRole('button', { name: /^Undo/ });
const said = (page: Page) => page.locator('.journey-said');
const stop = (page: Page) => page.locator('[role=grid] [tabindex="0"]').first();
/** Whether the keyboard is in the table, or in what was opened from it. */
const isKeyboardThere = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[role=grid], dialog, [role=menu]') !== null);

function paste(page: Page, text: string) {
  return page.evaluate((value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', value);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
}

/** The same row of numbers for the same seed, each below a limit. */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 2 ** 31) * limit);
  };
}

const keys =
  'ArrowLeft ArrowRight ArrowUp ArrowDown Home End Control+Home Control+End n Insert Delete Backspace Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown Shift+ArrowRight Shift+ArrowDown Space Control+a Control+c Control+x Control+v Control+z Control+y Escape Enter F2 m Alt+Enter Shift+F10 x'.split(
    ' ',
  );

test('after three hundred keys at random the keyboard is still in the table, and undoing all gives the map', async ({
  page,
}) => {
  test.slow();
  await openMap(page);
  const drawn = () => page.getByRole('grid').textContent();
  const before = await drawn();
  await stop(page).focus();
  const random = numbersFrom(99);
  for (let time = 0; time < 300; time += 1) {
    const key = keys[random(keys.length)] ?? 'Escape';
    await page.keyboard.press(key);
    await expect.poll(() => isKeyboardThere(page), { message: `after ${key}` }).toBe(true);
  }
  for (const key of ['Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
  expect(await undo(page).getAttribute('aria-disabled')).toBe('false');
  while ((await undo(page).getAttribute('aria-disabled')) === 'false') await undo(page).click();
  expect(await drawn()).toBe(before);
});

test('what is pasted into an empty cell has the keyboard, and nothing pasted is no step', async ({ page }) => {
  await openMap(page);
  await page.locator('td[data-stage="s3"][data-lane="l1"]').focus();
  for (const nothing of ['', ' \n ', '\t\t\t']) {
    await paste(page, nothing);
    await expect(said(page)).toHaveText('There is nothing to paste.');
  }
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');
  await paste(page, 'Says goodbye\tComes back');
  await expect(cards(page).filter({ hasText: 'Says goodbye' })).toBeFocused();
  await paste(page, Array.from({ length: 500 }, (_, index) => `Card ${index}`).join('\t'));
  await expect(page.getByRole('alert')).toContainText('more stages than a map can hold');
  await expect(cards(page)).toHaveCount(cafe.cards.length + 2);
});

test('a text that is looked for may hold any letter, and its own undo undoes it', async ({ page }) => {
  await openMap(page);
  await cards(page).first().press('Delete');
  await page.keyboard.press('/');
  await page.keyboard.type('why?');
  await expect(page.getByRole('searchbox')).toHaveValue('why?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(cards(page)).toHaveCount(cafe.cards.length - 1);
});

test.describe('a box', () => {
  const dialog = (page: Page) => page.getByRole('dialog');

  test('stays when a selection that begins in it ends beside it, and goes after a click beside it', async ({
    page,
  }) => {
    await openMap(page);
    await cards(page).first().press('Alt+Enter');
    const box = await dialog(page).locator('textarea').first().boundingBox();
    if (!box) throw new Error('no text to select');
    await page.mouse.move(box.x + 60, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(8, box.y + 12, { steps: 4 });
    await page.mouse.up();
    await expect(dialog(page)).toBeVisible();
    await page.mouse.click(8, 8);
    await expect(dialog(page)).toHaveCount(0);
    await expect(cards(page).first()).toBeFocused();
  });

  test('keeps the keys of the map from what it covers', async ({ page }) => {
    await openMap(page);
    await cards(page).first().press('Delete');
    await cards(page).first().press('Alt+Enter');
    await dialog(page).getByRole('radio').first().focus();
    for (const key of ['Control+z', '?']) await page.keyboard.press(key);
    await expect(dialog(page)).toHaveCount(1);
    await expect(cards(page)).toHaveCount(cafe.cards.length - 1);
  });

  test('goes with its map when the reader goes back', async ({ page }) => {
    await openMap(page);
    await expect(page).toHaveURL(/#id=/);
    await cards(page).first().press('Alt+Enter');
    await expect(dialog(page)).toBeVisible();
    await page.goBack();
    await expect(page.locator('.journey-list')).toBeVisible();
    await expect(dialog(page)).toHaveCount(0);
    await page.goForward();
    await expect(cards(page)).toHaveCount(cafe.cards.length);
  });
});

test.describe('without a connection', () => {
  const views = ['Outline', 'Analysis', 'Details', 'History', 'Share', 'Table'];

  test('an open map shows all its views, is changed, and is saved', async ({ page, context }) => {
    const last = page.waitForResponse(/PastView/);
    await openMap(page);
    await last;
    await context.setOffline(true);
    for (const view of views) {
      await goToView(page, view);
      await expect(page.locator('.journey-editor .problem')).toHaveCount(0);
    }
    await cards(page).first().press('Enter');
    await page.keyboard.type(' at night');
    await page.keyboard.press('Enter');
    await expect(cards(page).first()).toContainText('at night');
    await goToView(page, 'Share');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as file' }).click();
    // Without a connection Chromium does not always tell the name; what is in the file counts.
    expect(await readFile(await (await download).path(), 'utf8')).toContain(' at night');
  });

  test('a file can be opened whose button was reached before', async ({ page, context, expectComplaints }) => {
    // Of previews, which an open map does without.
    expectComplaints(/Failed to load resource/);
    await page.goto('/en/journey-map/');
    await page.locator('astro-island:not([ssr])').first().waitFor();
    const last = page.waitForResponse(/split-rows/);
    await page.locator('input[type="file"]').focus();
    await last;
    await context.setOffline(true);
    await openFile(page);
    await expect(cards(page)).toHaveCount(cafe.cards.length);
  });

  test('a part that cannot be loaded says so, and the rest goes on', async ({ page, expectComplaints }) => {
    expectComplaints(/Failed to load resource/);
    await page.route(/AnalysisView[^/]*\.js/, (route) => route.abort());
    await openMap(page);
    await goToView(page, 'Analysis');
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await goToView(page, 'Table');
    await expect(cards(page)).toHaveCount(cafe.cards.length);
  });
});

test('a page that follows another changes nothing', async ({ page, context }) => {
  await openMap(page);
  await expect(page).toHaveURL(/#id=/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('button', { name: 'Edit here' })).toBeVisible();
  await cards(other).first().focus();
  for (const key of ['Enter', 'n', 'Delete', 'Alt+ArrowRight', 'Control+x', 'Control+v', 'Control+z']) {
    await other.keyboard.press(key);
  }
  await expect(other.getByRole('grid').getByRole('textbox')).toHaveCount(0);
  for (const view of ['Analysis', 'Details']) {
    await goToView(other, view);
    const writable = other.locator('.journey-editor :is(input, textarea):read-write:not([type="search"])');
    await expect(writable).toHaveCount(0);
  }
  await goToView(other, 'Table');
  await expect(cards(other)).toHaveCount(cafe.cards.length);
});

test('addresses that lead to no map say why in a sentence, and the maps stay', async ({ page }) => {
  await openMap(page);
  await expect(page).toHaveURL(/#id=/);
  for (const [fragment, sentence] of [
    ['map=1.%%%', 'incomplete or was changed on its way'],
    [`map=1.${'A'.repeat(200_000)}`, 'incomplete or was changed on its way'],
    ['map=2.abc', 'made by a newer version of the site'],
    ['id=%E3', 'not on this device'],
  ] as const) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await expect(page.locator('.journey-list .notice')).toContainText(sentence);
    await expect(page.locator('.journey-maps > li')).toHaveCount(1);
  }
});

test('a link followed while the map before it is still being kept is opened', async ({ page }) => {
  await openMap(page);
  await expect(page.getByText('Kept on this device.')).toBeVisible();
  // The disk answers when it is told to, and so does the script that reads links.
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    const ready = new Promise((resolve) => addEventListener('disk', resolve));
    IDBFactory.prototype.open = function (...all) {
      const request = open.apply(this, all);
      const { addEventListener: add } = request;
      request.addEventListener = (type: string, listener: EventListener) =>
        add.call(request, type, (event) => void ready.then(() => listener.call(request, event)));
      return request;
    };
  });
  let letThrough = () => {};
  const come = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/_astro\/journey-map-link\.[^/]+\.js$/, async (route) => {
    await come;
    await route.continue();
  });
  await openMap(page);
  await page.evaluate(() => {
    location.hash = 'map=1.%%%';
    dispatchEvent(new Event('disk'));
  });
  await expect(page.getByText('Kept on this device.')).toBeVisible();
  letThrough();
  await expect(page.locator('.journey-list .notice')).toContainText('incomplete or was changed on its way');
  await expect(page.locator('.journey-maps > li')).toHaveCount(2);
});
