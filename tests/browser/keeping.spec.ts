import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { readXlsx } from 'hucre/xlsx';
import { barriersOn } from './barriers.ts';
import { expect, test } from './test.ts';

const address = '/en/calculators/ltv/';
const link = `${address}#v=1&arpa=50&grossMargin=0.5&churn=0.5`;
const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const churn = (page: Page) => field(page, 'Churn per month');
const result = (page: Page) => page.locator('output[name=ltv]');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const panel = (page: Page) => page.locator('.keep-panel');
/** Longer than a page waits before it keeps a change. */
const untilKept = (page: Page) => page.waitForTimeout(600);

/** Opens an address as a page of its own: nothing of what the page held before is left but what was kept. */
async function open(page: Page, path = address) {
  await page.goto('about:blank');
  await page.goto(path);
  await expect(churn(page).first()).toBeEnabled();
}

async function openPanel(page: Page) {
  await page.getByText('Save and export').click();
  await expect(panel(page)).toBeVisible();
}

async function saveAs(page: Page, name: string) {
  await panel(page).getByLabel('Name', { exact: true }).fill(name);
  await panel(page)
    .getByRole('button', { name: /^Save( as new)?$/ })
    .click();
  await expect(page.getByText(`Saved as “${name}”.`)).toBeVisible();
}

async function contentOf(download: Promise<Download>): Promise<Buffer> {
  return readFile(await (await download).path());
}

test.describe('what is entered', () => {
  test('outlives a reload right after the last key, also what is no number yet and what other models hold', async ({
    page,
  }) => {
    await open(page);
    await page.getByRole('radio', { name: /Discounted/ }).check();
    await field(page, 'Horizon').fill('48');
    await page.getByRole('radio', { name: /Simple/ }).check();
    await button(page, 'Add a scenario to compare').click();
    await field(page, /Churn per month/)
      .nth(1)
      .fill('12,5');
    await page.reload();
    await expect(field(page, /Churn per month/).nth(1)).toHaveValue('12,5');
    await button(page, 'Remove Scenario 2').click();
    await page.getByRole('radio', { name: /Discounted/ }).check();
    await expect(field(page, 'Horizon')).toHaveValue('48');
  });

  test('right before the page is closed is there when it is opened again', async ({ page, context }) => {
    await open(page);
    await churn(page).fill('12,5');
    // It closes as by hand; that it is closed is told later.
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
    const later = await context.newPage();
    await open(later);
    await expect(churn(later)).toHaveValue('12,5');
    expect(await later.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('before the script that keeps has come is there when it is opened again', async ({ page, context }) => {
    let held = 0;
    // The script never comes.
    await page.route(/\/_astro\/draft-keeper\.[^/]+\.js$/, () => {
      held += 1;
    });
    await open(page);
    await churn(page).fill('12,5');
    await expect.poll(() => held).toBe(1);
    await page.close({ runBeforeUnload: true });
    const later = await context.newPage();
    await open(later);
    await expect(churn(later)).toHaveValue('12,5');
    await expect(later.getByText('Your last calculation is open again.')).toBeVisible();
    expect(await later.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('before the script that keeps has come goes on being kept once it has', async ({ page }) => {
    let letThrough = () => {};
    const come = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(/\/_astro\/draft-keeper\.[^/]+\.js$/, async (route) => {
      await come;
      await route.continue();
    });
    await open(page);
    await churn(page).fill('4');
    letThrough();
    await untilKept(page);
    await open(page);
    await expect(churn(page)).toHaveValue('4');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  test('is open again when the calculator is opened later, with the way back to the example', async ({ page }) => {
    await open(page);
    await churn(page).fill('4');
    await untilKept(page);
    await open(page);
    await expect(result(page)).toHaveText('$2,000');
    await expect(page.getByText('Your last calculation is open again.')).toBeVisible();
    await button(page, 'Undo').click();
    await expect(result(page)).toHaveText('$1,600');
  });

  test('is kept apart for each calculator', async ({ page }) => {
    await open(page);
    await churn(page).fill('4');
    await untilKept(page);
    await page.goto('/en/calculators/churn/');
    await expect(field(page, 'customers lost')).toBeEnabled();
    await expect(page.getByText('is open again')).toHaveCount(0);
  });

  test('before storage has answered is not replaced by what was kept, and replaces nothing', async ({ page }) => {
    await open(page);
    await churn(page).fill('4');
    await untilKept(page);
    await page.addInitScript(() => {
      const { open: openNow } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...all) {
        const until = performance.now() + 200;
        // A slow disk: the page waits nowhere for it.
        const request = openNow.apply(this, all);
        const { addEventListener } = request;
        request.addEventListener = (type: string, listener: EventListener) =>
          addEventListener.call(request, type, (event) =>
            setTimeout(() => listener.call(request, event), Math.max(0, until - performance.now())),
          );
        return request;
      };
    });
    await open(page);
    await churn(page).fill('8');
    await button(page, 'Open it').click();
    await expect(result(page)).toHaveText('$2,000');
    await openPanel(page);
    await expect(panel(page).getByRole('button', { name: /Open “.*\$1,000/ })).toBeVisible();
  });

  test('on two pages at once is kept on both', async ({ page, context }) => {
    await open(page);
    await churn(page).fill('4');
    await untilKept(page);
    const other = await context.newPage();
    await open(other);
    await expect(churn(other)).toHaveValue('4');
    await churn(other).fill('8');
    await untilKept(other);
    await churn(page).fill('2');
    await untilKept(page);
    await other.close();
    await open(page, `${address}#v=1&churn=0.9`);
    await openPanel(page);
    await expect(panel(page).getByRole('button', { name: /Open “.*\$4,000/ })).toBeVisible();
    await expect(panel(page).getByRole('button', { name: /Open “.*\$1,000/ })).toBeVisible();
  });

  test('can be deleted from this device', async ({ page }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4');
    await saveAs(page, 'Budget');
    await panel(page)
      .getByRole('button', { name: /Delete everything kept/ })
      .click();
    await panel(page).getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(page.getByText('Nothing saved yet.')).toBeVisible();
    await open(page, address);
    await expect(result(page)).toHaveText('$1,600');
  });
});

test.describe('a link', () => {
  test('overwrites nothing: what was there before is one click away, and so is the way back', async ({ page }) => {
    await open(page);
    await churn(page).fill('4');
    await untilKept(page);
    await open(page, link);
    await expect(result(page)).toHaveText('$50');
    await button(page, 'Open it').click();
    await expect(result(page)).toHaveText('$2,000');
    await button(page, 'Undo').click();
    await expect(result(page)).toHaveText('$50');
  });

  test('is kept only once it is changed, and then beside what was there before', async ({ page }) => {
    await open(page);
    await churn(page).fill('4');
    await untilKept(page);
    await open(page, link);
    await untilKept(page);
    await open(page);
    await expect(result(page)).toHaveText('$2,000');
    await open(page, link);
    await churn(page).fill('25');
    await untilKept(page);
    await open(page);
    await expect(result(page)).toHaveText('$100');
    await openPanel(page);
    await panel(page)
      .getByRole('button', { name: /Open “.*\$2,000/ })
      .click();
    await expect(result(page)).toHaveText('$2,000');
  });
});

test.describe('a saved calculation', () => {
  test('is opened, renamed, changed, deleted and brought back', async ({ page }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4');
    await saveAs(page, 'Budget');
    await churn(page).fill('8');
    await button(page, 'Open “Budget”').click();
    await expect(result(page)).toHaveText('$2,000');
    await churn(page).fill('2');
    await button(page, 'Save changes to “Budget”').click();
    await expect(panel(page).getByRole('listitem').filter({ hasText: 'Budget' })).toContainText('$4,000');
    await button(page, 'Rename “Budget”').click();
    await panel(page).getByLabel('Rename “Budget”').fill('Budget 2027');
    await panel(page).getByRole('button', { name: 'Rename', exact: true }).click();
    await button(page, 'Delete “Budget 2027”').click();
    await expect(page.getByText('Nothing saved yet.')).toBeVisible();
    await expect(panel(page).getByRole('button', { name: 'Undo' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(button(page, 'Open “Budget 2027”')).toBeVisible();
    await page.reload();
    await openPanel(page);
    await expect(button(page, 'Save changes to “Budget 2027”')).toBeVisible();
  });

  test('needs a name', async ({ page }) => {
    await open(page);
    await openPanel(page);
    await button(page, 'Save').click();
    await expect(page.getByText('Enter a name.')).toBeVisible();
  });

  test('that another page changed is not overwritten: both versions can be kept', async ({ page, context }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4');
    await saveAs(page, 'Budget');
    const other = await context.newPage();
    await open(other);
    await openPanel(other);
    await churn(other).fill('8');
    await button(other, 'Save changes to “Budget”').click();
    await expect(other.getByText('Saved as “Budget”.')).toBeVisible();

    await expect(page.getByText('“Budget” was changed in another tab')).toBeVisible();
    await churn(page).fill('2');
    await button(page, 'Save changes to “Budget”').click();
    await expect(page.getByText('Nothing was overwritten')).toBeVisible();
    await button(page, 'Save mine as a copy').click();
    await expect(button(page, 'Open “Budget (copy)”')).toBeVisible();
    await button(page, 'Open “Budget”').click();
    await expect(result(page)).toHaveText('$1,000');
    await button(page, 'Open “Budget (copy)”').click();
    await expect(result(page)).toHaveText('$4,000');
  });

  test('of another page can take the place of the own one, which stays in reach', async ({ page, context }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4');
    await saveAs(page, 'Budget');
    const other = await context.newPage();
    await open(other);
    await openPanel(other);
    await churn(other).fill('8');
    await button(other, 'Save changes to “Budget”').click();
    await churn(page).fill('2');
    await expect(result(page)).toHaveText('$4,000');
    await button(page, 'Open the other version').click();
    await expect(result(page)).toHaveText('$1,000');
    await page.locator('.share').getByRole('button', { name: 'Undo' }).click();
    await expect(result(page)).toHaveText('$4,000');
  });

  test('that another page changes is told without taking the field away from who is typing', async ({
    page,
    context,
  }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4');
    await saveAs(page, 'Budget');
    const other = await context.newPage();
    await open(other);
    await openPanel(other);
    await churn(other).fill('8');
    await churn(page).focus();
    await button(other, 'Save changes to “Budget”').click();
    await expect(button(page, 'Open the other version')).toBeVisible();
    await expect(churn(page)).toBeFocused();
  });

  test('that another page deleted is told, and can be saved anew', async ({ page, context }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4');
    await saveAs(page, 'Budget');
    const other = await context.newPage();
    await open(other);
    await openPanel(other);
    await button(other, 'Delete “Budget”').click();
    await expect(page.getByText('Nothing saved yet.')).toBeVisible();
    await button(page, 'Save changes to “Budget”').click();
    await expect(page.getByText('was deleted in another tab')).toBeVisible();
    await button(page, 'Save mine as a copy').click();
    await expect(button(page, 'Open “Budget (copy)”')).toBeVisible();
  });
});

test.describe('where nothing can be kept', () => {
  const breaks = {
    'has no storage': () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    'refuses to open it': () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    },
  };
  for (const [name, breakIt] of Object.entries(breaks)) {
    test(`because the browser ${name}, it is said once and the calculator works on`, async ({ page }) => {
      await page.addInitScript(breakIt);
      await open(page);
      await expect(page.getByText('This browser does not let the page save anything')).toHaveCount(1);
      await button(page, 'Close this message').click();
      await churn(page).fill('4');
      await expect(result(page)).toHaveText('$2,000');
      await untilKept(page);
      await expect(page.getByText('This browser does not let the page save anything')).toHaveCount(0);
      await openPanel(page);
      await expect(panel(page).getByText('Nothing is kept in this browser.')).toBeVisible();
      await expect(panel(page).getByText('kept in this browser automatically')).toHaveCount(0);
      await panel(page).getByLabel('Name', { exact: true }).fill('Budget');
      await button(page, 'Save').click();
      await expect(panel(page).getByText('This browser does not let the page save anything')).toBeVisible();
      const download = page.waitForEvent('download');
      await button(page, 'Save as a file').click();
      expect(JSON.parse(String(await contentOf(download)))).toMatchObject({ scenarios: [{ texts: { churn: '4' } }] });
    });
  }

  test('because storage never answers, the calculator does not wait for it', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    });
    await open(page, link);
    await expect(result(page)).toHaveText('$50');
    await churn(page).fill('25');
    await expect(result(page)).toHaveText('$100');
  });

  test('because storage is full, the reason is named', async ({ page }) => {
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await open(page);
    await churn(page).fill('4');
    await expect(page.getByText('The storage of this browser is full')).toBeVisible();
    await expect(result(page)).toHaveText('$2,000');
  });
});

test.describe('a file', () => {
  const choose = (page: Page, name: string, content: string | Buffer) =>
    page.getByLabel('Open a saved file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });

  test('holds the calculation and opens it elsewhere', async ({ page, browser }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4,');
    await button(page, 'Add a scenario to compare').click();
    const download = page.waitForEvent('download');
    await button(page, 'Save as a file').click();
    expect((await download).suggestedFilename()).toBe('Customer lifetime value calculator.json');
    const content = await contentOf(download);
    expect(JSON.parse(String(content))).toMatchObject({ format: 'customer-atlas/calculation', version: 1 });

    const elsewhere = await (await browser.newContext()).newPage();
    await elsewhere.goto(new URL('/ja/calculators/ltv/', page.url()).href);
    await elsewhere.getByText('保存・ファイル').click();
    await elsewhere
      .getByLabel('保存したファイルを開く')
      .setInputFiles({ name: 'a.json', mimeType: '', buffer: content });
    await expect(elsewhere.locator('input[name="2.churn"]')).toHaveValue('4,');
    await elsewhere.context().close();
  });

  const whole = JSON.stringify({
    format: 'customer-atlas/calculation',
    version: 1,
    calculator: 'ltv',
    name: '',
    model: 'simple',
    currency: 'USD',
    scenarios: [{ name: '', texts: { churn: '7' } }],
    data: {},
  });
  for (const [name, content, said] of [
    ['that is no calculation', Buffer.from([0x50, 0x4b, 3, 4, 0, 255]), 'holds no calculation'],
    ['cut off in the middle', whole.slice(0, 90), 'holds no calculation'],
    ['nested without end', `${'['.repeat(100_000)}`, 'holds no calculation'],
    ['of a newer version', whole.replace('"version":1', '"version":2'), 'newer version'],
    ['of another calculator', whole.replace('"ltv"', '"churn"'), 'another calculator: Churn calculator'],
    ['with a prototype in it', whole.replace('"texts":{', '"__proto__":{"a":1},"texts":{'), 'not as it should be'],
    ['with an impossible text', whole.replace('"7"', '7'), 'not as it should be: Churn per month'],
    ['far too large', Buffer.alloc(10_000_001, 32), 'too large'],
  ] as const) {
    test(`${name} is refused with a sentence and changes nothing`, async ({ page }) => {
      await open(page);
      await openPanel(page);
      await churn(page).fill('4');
      await choose(page, 'file.json', content);
      await expect(panel(page).getByText(said)).toBeVisible();
      await expect(churn(page)).toHaveValue('4');
      await expect(result(page)).toHaveText('$2,000');
    });
  }

  test('that is opened leaves what was there one click away', async ({ page }) => {
    await open(page);
    await openPanel(page);
    await churn(page).fill('4');
    await choose(page, 'file.json', whole);
    await expect(churn(page)).toHaveValue('7');
    await page.locator('.share').getByRole('button', { name: 'Undo' }).click();
    await expect(result(page)).toHaveText('$2,000');
  });
});

test('a workbook holds the numbers, and results as formulas', async ({ page }) => {
  await open(page, `${address}#v=1&arpa=100&grossMargin=0.8&churn=0.05&name=%3D1%2B1`);
  await openPanel(page);
  const download = page.waitForEvent('download');
  await button(page, 'Excel workbook').click();
  const { sheets } = await readXlsx(new Uint8Array(await contentOf(download)));
  const rows = sheets[0]?.rows ?? [];
  expect(rows.flat()).toContain('=1+1');
  const ltv = rows.findIndex(([name]) => name === 'Lifetime value');
  expect(sheets[0]?.cells?.get(`${ltv},1`)).toMatchObject({ type: 'formula', value: 1600 });
});

test('the audit card holds every number on the page, to read and as a file', async ({ page }) => {
  await open(page, `${address}#v=1&model=discounted&arpa=100&grossMargin=0.8&churn=0.05&cac=500&2.churn=0.04`);
  await page.getByText('Audit card').click();
  const download = page.waitForEvent('download');
  await button(page, 'Save audit card (JSON)').click();
  const card = JSON.parse(String(await contentOf(download)));
  expect(card).toMatchObject({
    format: 'customer-atlas/audit-card',
    calculator: { name: 'ltv' },
    model: { name: 'discounted' },
    address: page.url(),
  });
  const outputs = await page
    .locator('.result output[data-value]')
    .evaluateAll((all) => all.map((each) => [each.getAttribute('name'), Number(each.getAttribute('data-value'))]));
  expect(outputs.length).toBeGreaterThan(6);
  for (const [name, value] of outputs as [string, number][]) {
    const [, place = '1', quantity] = /^(?:(\d)\.)?(\w+)$/.exec(name) ?? [];
    const results: { name: string; value: number }[] = card.scenarios[Number(place) - 1].results;
    expect([name, results.find((each) => each.name === quantity)?.value]).toEqual([name, value]);
    await expect(
      page
        .locator('.audit-card')
        .getByRole('cell', { name: String(value), exact: true })
        .first(),
    ).toBeVisible();
  }
});

test('paper shows the numbers put in, and no button', async ({ page }) => {
  await open(page);
  await expect(page.locator('.printed-inputs')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed-inputs').getByRole('row', { name: 'Churn per month 5%' })).toBeVisible();
  await expect(page.locator('.calculator button:visible, .calculator input:visible')).toHaveCount(0);
});

test('axe finds nothing in saved calculations, their messages and the audit card', async ({ page }) => {
  await open(page);
  await churn(page).fill('4');
  await untilKept(page);
  await open(page, link);
  await openPanel(page);
  await saveAs(page, 'Budget');
  await saveAs(page, 'Budget 2027');
  await button(page, 'Rename “Budget”').click();
  await button(page, 'Delete “Budget 2027”').click();
  await button(page, /Delete everything kept/).click();
  await page.getByText('Audit card').click();
  await expect(page.locator('.audit-card')).toBeVisible();
  expect(await barriersOn(page)).toEqual([]);
});
