import type { Page } from '@playwright/test';
import { emptyMap } from '../../src/lib/journey-map/document.ts';
import { barriersOn } from './barriers.ts';
import { cafe, openMap } from './journey-map-page.ts';
import { expect, test } from './test.ts';

const address = '/en/journey-map/';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const title = (page: Page) => page.getByRole('textbox', { name: 'Title of the map' });
const maps = (page: Page) => page.locator('.journey-maps > li');
const isKept = (page: Page) => expect(page.getByText('Kept on this device.')).toBeVisible();
/** Longer than a page waits before it keeps a change. */
const untilKept = (page: Page) => page.waitForTimeout(700);

async function openList(page: Page) {
  await page.goto('about:blank');
  await page.goto(address);
  await expect(button(page, 'Coffee shop')).toBeEnabled();
}

async function beginMap(page: Page) {
  await openList(page);
  // The button works as soon as the script has taken over.
  await expect(async () => {
    await button(page, 'Coffee shop').click();
    await expect(title(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await isKept(page);
}

async function rename(page: Page, name: string) {
  await title(page).fill(name);
  await title(page).blur();
}

test.describe('a map', () => {
  test('outlives a reload right after the last key, and can be undone then', async ({ page }) => {
    await beginMap(page);
    const before = await title(page).inputValue();
    await title(page).fill('My café');
    await page.reload();
    await expect(title(page)).toHaveValue('My café');
    await button(page, /^Undo/).click();
    await expect(title(page)).toHaveValue(before);
    await untilKept(page);
    await page.reload();
    await expect(title(page)).toHaveValue(before);
    await button(page, /^Redo/).click();
    await expect(title(page)).toHaveValue('My café');
  });

  test('is whole when its page is killed while it saves', async ({ page, context, browser }) => {
    await beginMap(page);
    const place = page.url();
    for (let time = 0; time < 30; time += 1) {
      await title(page).fill(`Title ${time}`);
      await page.waitForTimeout(25);
    }
    const session = await context.newCDPSession(page);
    const gone = page.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await gone;
    const later = await context.newPage();
    await later.goto(place);
    await expect(title(later)).toHaveValue(/^Title \d+$/);
    await expect(later.getByText('24 cards')).toBeVisible();
    expect(browser.isConnected()).toBe(true);
  });

  test('from a file is shown before the browser says which page may keep it', async ({ page }) => {
    await page.addInitScript(() => {
      LockManager.prototype.request = () => new Promise(() => {});
    });
    await openMap(page);
    await expect(title(page)).toHaveValue(cafe.title);
    await expect(page.getByText('Not kept.')).toBeVisible();
  });

  test('is left by the way back, and found in the list', async ({ page }) => {
    await beginMap(page);
    await rename(page, 'One of mine');
    await page.goBack();
    await expect(maps(page)).toHaveCount(1);
    await expect(maps(page)).toContainText('One of mine');
    await button(page, 'Open “One of mine”').click();
    await expect(title(page)).toHaveValue('One of mine');
  });

  test('that is not here is said, and the list shown', async ({ page }) => {
    await page.goto(`${address}#id=gone`);
    await expect(page.getByText('The map this address names is not on this device.')).toBeVisible();
    await expect(button(page, 'Coffee shop')).toBeVisible();
  });
});

test.describe('the list', () => {
  test('duplicates a map, deletes it, and puts it back', async ({ page }) => {
    await beginMap(page);
    await rename(page, 'Mine');
    await button(page, 'All maps').click();
    await button(page, 'Duplicate “Mine”').click();
    await expect(maps(page)).toHaveCount(2);
    await button(page, 'Delete “Mine”').click();
    await expect(maps(page)).toHaveCount(1);
    await expect(button(page, 'Put it back')).toBeFocused();
    await button(page, 'Put it back').click();
    await expect(maps(page)).toHaveCount(2);
    await button(page, 'Open “Mine”').click();
    await button(page, /^Undo/).click();
    await expect(title(page)).not.toHaveValue('Mine');
  });

  test('follows what other pages do', async ({ page, context }) => {
    await beginMap(page);
    const other = await context.newPage();
    await openList(other);
    await expect(maps(other)).toHaveCount(1);
    await rename(page, 'Renamed elsewhere');
    await expect(maps(other)).toContainText('Renamed elsewhere');
  });

  test('opens a file as a new map, and a file of a newer version to read only', async ({ page }) => {
    await openList(page);
    const choose = (name: string, map: object) =>
      page.getByLabel('Open a file').setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(map)),
      });
    await expect(async () => {
      await choose('a.json', { ...emptyMap('en'), title: 'From a file' });
      await expect(title(page)).toHaveValue('From a file', { timeout: 2_000 });
    }).toPass();
    await isKept(page);
    await button(page, 'All maps').click();
    await expect(maps(page)).toHaveCount(1);
    await choose('b.json', { ...emptyMap('en'), title: 'From the future', version: 99 });
    await expect(page.getByText('written by a newer version of the site')).toBeVisible();
    await expect(page.getByText('Not kept.')).toBeVisible();
    await button(page, 'All maps').click();
    await choose('c.json', { nothing: 'of the kind' });
    await expect(page.locator('.journey-file .problem')).toContainText('c.json');
    await expect(maps(page)).toHaveCount(1);
  });
});

test.describe('on two pages', () => {
  test('one edits and the other follows, until it takes over', async ({ page, context }) => {
    await beginMap(page);
    const other = await context.newPage();
    await other.goto(page.url());
    const notice = 'This map is being edited on another page.';
    await expect(other.getByText(notice)).toBeVisible();
    await rename(page, 'Seen on both');
    await expect(title(other)).toHaveValue('Seen on both');
    await title(page).fill('Typed at the last moment');
    await button(other, 'Edit here').click();
    await expect(other.getByText(notice)).toHaveCount(0);
    await expect(title(other)).toHaveValue('Typed at the last moment');
    await expect(page.getByText(notice)).toBeVisible();
    await rename(other, 'Changed by the other');
    await expect(title(page)).toHaveValue('Changed by the other');
    await other.close();
    await expect(page.getByText(notice)).toHaveCount(0);
    await rename(page, 'Mine again');
    await untilKept(page);
    await page.reload();
    await expect(title(page)).toHaveValue('Mine again');
  });

  test('a map deleted on one can be kept on the other', async ({ page, context }) => {
    await beginMap(page);
    await rename(page, 'Wanted');
    await untilKept(page);
    const other = await context.newPage();
    await openList(other);
    await button(other, 'Delete “Wanted”').click();
    await expect(page.getByText('This map was deleted on another page.')).toBeVisible();
    await button(page, 'Keep as a new map').click();
    await isKept(page);
    await expect(title(page)).toHaveValue('Wanted');
    await expect(maps(other)).toHaveCount(1);
  });
});

test.describe('where nothing can be kept', () => {
  test('a map can be made and saved as a file', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    });
    await openList(page);
    await expect(page.getByText('allows the site to keep nothing')).toBeVisible();
    await button(page, 'Coffee shop').click();
    await rename(page, 'Only here');
    await expect(page.getByText('save the map as a file before you close')).toBeVisible();
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save as a file').click()]);
    expect(download.suggestedFilename()).toBe('Only here.json');
    await button(page, 'All maps').click();
    await expect(page.getByRole('heading', { name: 'Not kept' })).toBeVisible();
    await page.locator('.journey-list .kept-list').getByRole('button', { name: 'Open' }).click();
    await expect(title(page)).toHaveValue('Only here');
  });

  test('for lack of room, what is done stays on the page and is kept as soon as there is room', async ({ page }) => {
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...all) {
        if (document.documentElement.dataset.disk === 'full') throw new DOMException('no room', 'QuotaExceededError');
        return put.apply(this, all);
      };
    });
    const fillDisk = (disk: string) =>
      page.evaluate((state) => {
        document.documentElement.dataset.disk = state;
      }, disk);
    await beginMap(page);
    await fillDisk('full');
    await title(page).fill('No room for this');
    await expect(page.getByText('There is no room left on this device')).toBeVisible();
    await expect(title(page)).toHaveValue('No room for this');
    await fillDisk('free');
    await rename(page, 'Room again');
    await isKept(page);
    await page.reload();
    await expect(title(page)).toHaveValue('Room again');
  });
});

test('a map from a link is kept when it is changed, and touches no other', async ({ page }) => {
  await beginMap(page);
  await rename(page, 'Mine');
  await untilKept(page);
  const fragment = await page.evaluate(
    async (text) => {
      const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
      return btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replace(/=+$/, '');
    },
    JSON.stringify({ ...emptyMap('en'), title: 'Sent' }),
  );
  await page.goto('about:blank');
  await page.goto(`${address}#map=1.${fragment}`);
  await expect(title(page)).toHaveValue('Sent');
  await expect(page.getByText('This map came with a link.')).toBeVisible();
  await expect(page.getByText('Not kept.')).toBeVisible();
  await rename(page, 'Sent and changed');
  await isKept(page);
  await expect(page).toHaveURL(/#id=/);
  await button(page, 'All maps').click();
  await expect(maps(page)).toHaveCount(2);
});

test.describe('the past', () => {
  test('leads to any step and to any state that was kept, and back', async ({ page }) => {
    await beginMap(page);
    const before = await title(page).inputValue();
    await rename(page, 'First');
    await rename(page, 'Second');
    await button(page, 'History').click();
    await page.getByRole('button', { name: /^Go here: Start of the record/ }).click();
    await expect(title(page)).toHaveValue(before);
    await page
      .getByRole('button', { name: /^Go here:/ })
      .first()
      .click();
    await expect(title(page)).toHaveValue('Second');
    await page
      .getByRole('button', { name: /^Go back to this/ })
      .first()
      .click();
    await expect(title(page)).toHaveValue(before);
    await button(page, /^Undo/).click();
    await expect(title(page)).toHaveValue('Second');
  });
});

test('nothing stands in the way of anybody', async ({ page, context }) => {
  const check = async (of: Page) => expect(await barriersOn(of, '.journey')).toEqual([]);
  await beginMap(page);
  await rename(page, 'Mine');
  await button(page, 'History').click();
  await check(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(button(other, 'Edit here')).toBeVisible();
  await check(other);
  await openList(other);
  await expect(maps(other)).toHaveCount(1);
  await button(other, 'Delete “Mine”').click();
  await check(other);
});
