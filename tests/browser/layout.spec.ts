import { readdirSync, readFileSync } from 'node:fs';
import { address } from '../../playwright.config.ts';
import { locales } from '../../src/lib/i18n/locales.ts';
import { expect, pageKinds, test } from './test.ts';

/** 320 px is also what 1280 px become at 400 % zoom. */
const widths = [320, 390, 1280];

for (const locale of locales) {
  for (const kind of pageKinds) {
    test(`/${locale}/${kind} fits its window at ${widths.join(', ')} px`, async ({ page }) => {
      await page.goto(`/${locale}/${kind}`);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect([width, overflow]).toEqual([width, 0]);
      }
    });
  }
}

/** Words in Latin letters, numbers with what is counted, and cells of up to three letters, broken over lines in a cell. */
function brokenInCells(): string[] {
  // A word may be divided where its language allows; not every browser here knows where.
  const undivided = new CSSStyleSheet();
  undivided.replaceSync('* { hyphens: manual !important }');
  document.adoptedStyleSheets = [undivided];
  const whole = /[A-Za-z]{2,}|[\d,.]+[%円社人件分年月日]?/g;
  const isBroken = (range: Range) =>
    new Set([...range.getClientRects()].map(({ top }) => Math.round(top / 4))).size > 1;
  const wordsIn = (text: Text) =>
    [...text.data.matchAll(whole)].map(({ index, 0: word }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return range;
    });
  const textsIn = (cell: Element) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    return texts;
  };
  const rangesIn = (cell: Element) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return (cell.textContent?.trim().length ?? 0) > 3 ? textsIn(cell).flatMap(wordsIn) : [range];
  };
  return [...document.querySelectorAll('td, th')].flatMap(rangesIn).filter(isBroken).map(String);
}

/** Texts that reach over the edge of their picture, or into each other. */
function crowdedInPictures(): string[] {
  return [...document.querySelectorAll('aside svg[role=group], svg.chart')].flatMap((picture) => {
    const frame = picture.getBoundingClientRect();
    const texts = [...picture.querySelectorAll('text')]
      .map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    const cut = texts.filter(
      ({ box }) =>
        Math.min(box.left - frame.left, frame.right - box.right) < -1.5 ||
        // The box of a letter is higher than the letter.
        Math.min(box.top - frame.top, frame.bottom - box.bottom) < -2,
    );
    const meeting = texts.filter(({ box }, index) =>
      texts.slice(index + 1).some((other) => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        return across > 1 && down > 5;
      }),
    );
    return [...cut, ...meeting].map(({ words }) => words);
  });
}

test('no table is so narrow that it breaks words or numbers, no picture so that its words are cut off or meet', async ({
  browser,
}) => {
  test.slow();
  const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('index.html') && /<table|<aside|class="chart/.test(readFileSync(`dist/${file}`, 'utf8')),
    )
    .map((file) => file.replace('index.html', ''));
  const slugs = readdirSync('src/content/terms');
  expect(pages).toEqual(expect.arrayContaining(slugs.map((slug) => `en/terms/${slug}/`)));
  const page = await browser.newPage({ javaScriptEnabled: false, baseURL: address });
  const broken: string[] = [];
  for (const path of pages) {
    await page.goto(`/${path}`);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const words = [...(await page.evaluate(brokenInCells)), ...(await page.evaluate(crowdedInPictures))];
      broken.push(...words.map((word) => `${path} at ${width} px: ${word}`));
    }
  }
  expect(broken).toEqual([]);
});

test('on a phone a comparison stays a table to those who hear it, each value below its column', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/en/compare/nps-vs-csat-vs-ces/');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const isIn = (node: (typeof nodes)[number] | undefined, id: string | undefined): boolean =>
    node !== undefined &&
    (node.nodeId === id ||
      isIn(
        nodes.find(({ nodeId }) => nodeId === node.parentId),
        id,
      ));
  const heading = nodes.find(
    ({ role, name }) => role?.value === 'columnheader' && name?.value === 'Net Promoter Score',
  );
  const rowsOf = (id: string | undefined) => nodes.filter((node) => node.role?.value === 'row' && isIn(node, id));
  const tables = nodes.filter(({ role }) => role?.value === 'table').map(({ nodeId }) => nodeId);
  const compared = tables.find((id) => isIn(heading, id));
  const cellRoles = /^(?:cell|columnheader|rowheader)$/;
  const rolesIn = (ids: readonly string[] = []): string[] =>
    ids.flatMap((id) => {
      const node = nodes.find(({ nodeId }) => nodeId === id);
      const role = String(node?.role?.value);
      return cellRoles.test(role) ? [role] : rolesIn(node?.childIds);
    });
  const [head, ...rows] = rowsOf(compared).map(({ childIds }) => rolesIn(childIds));
  expect(head).toEqual(['cell', 'columnheader', 'columnheader', 'columnheader']);
  expect(rows.length).toBeGreaterThan(6);
  for (const row of rows) expect(row).toEqual(['rowheader', 'cell', 'cell', 'cell']);
});

test('on a phone the nine words scroll sideways and keep their names in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/ja/compare/nine-customer-words/');
  const name = page.getByRole('rowheader').first();
  const box = page.getByRole('group', { name: '表' }).first();
  const before = await name.boundingBox();
  await box.focus();
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('columnheader').last()).toBeInViewport();
  await box.blur();
  expect((await name.boundingBox())?.x).toBe(before?.x);
  // What fades at an edge is what goes on there: not the names.
  expect(await box.evaluate((element) => getComputedStyle(element).maskImage)).toMatch(
    /^linear-gradient\(90deg, rgb\(0, 0, 0\)/,
  );
});

for (const calculation of [
  'ltv/#v=1&model=expansion&2.churn=0.03&3.churn=0.04&4.churn=0.02',
  'churn/#v=1&model=movements&2.newRevenue=3&3.newRevenue=5&4.newRevenue=7',
  'nps/#v=1&model=ratings&2.rating10=9&3.rating1=7&4.rating2=4',
]) {
  test(`four scenarios scroll in their own box on a phone: ${calculation}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/ja/calculators/${calculation}`);
    await expect(page.locator('.scenarios-4')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}

for (const locale of locales) {
  test(`the search in ${locale} fits with results, without, and as a dialog at ${widths.join(', ')} px`, async ({
    page,
  }) => {
    for (const path of ['search/?q=NPS', `search/?q=${'zzqx'.repeat(40)}`, 'terms/cs/']) {
      await page.goto(`/${locale}/${path}`);
      if (path === 'terms/cs/') {
        await page.keyboard.press('/');
        await page.getByRole('dialog').getByRole('searchbox').fill('NPS');
      }
      await expect(page.locator('#search-results')).toHaveAttribute('aria-busy', 'false');
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll('dialog, search-panel, .search-found')].map(
            (box) => box.scrollWidth - box.clientWidth,
          ),
        );
        expect([path, width, Math.max(...overflow)]).toEqual([path, width, 0]);
      }
    }
  });
}
