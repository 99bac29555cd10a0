import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import type mermaid from 'mermaid';
import { importFile } from '../../src/browser/journey-map-import.ts';
import { mapLink } from '../../src/browser/journey-map-link.ts';
import type { JourneyMessages } from '../../src/components/journey-map/messages.ts';
import { mapWords } from '../../src/components/journey-map/share/map-files.ts';
import { translator } from '../../src/lib/i18n/translate.ts';
import { emptyMap, type JourneyMap } from '../../src/lib/journey-map/document.ts';
import { writeMermaid } from '../../src/lib/journey-map/formats/mermaid.ts';
import { writeSvg } from '../../src/lib/journey-map/formats/svg.ts';
import { writeJourneyMap } from '../../src/lib/journey-map/text.ts';
import { anyMap, largeMap } from '../unit/journey-map-arbitraries.ts';
import { barriersOn } from './barriers.ts';
import { expect, test } from './test.ts';

const cafe: JourneyMap = {
  ...emptyMap('en'),
  title: 'Coffee <shop>',
  personas: [{ id: 'p', name: 'Sam', goals: [] }],
  stages: [
    { id: 's1', title: 'Looks for a place', moments: ['zero'] },
    { id: 's2', title: 'Orders' },
  ],
  lanes: [
    { id: 'l1', kind: 'actions', title: '', side: 'both' },
    { id: 'l2', kind: 'pain-points', title: '', side: 'buyer' },
  ],
  cards: [
    { id: 'c1', stage: 's1', lane: 'l1', text: 'Searches the map 地図を見る', feeling: 1 },
    { id: 'c2', stage: 's2', lane: 'l2', text: 'Waits: #1; "in line"', feeling: -2, hopedFeeling: 1, owner: 'Ana' },
  ],
};

async function openShare(page: Page, map = cafe, language = 'en') {
  await page.goto(`/${language}/journey-map/#${await mapLink(map)}`);
  await page.getByRole('button', { name: language === 'en' ? 'Share' : '共有', exact: true }).click();
}

async function saved(page: Page, name: string): Promise<File> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const file = await download;
  return new File([await readFile(await file.path())], file.suggestedFilename());
}

for (const [format, name] of [
  ['a file', 'Save as file'],
  ['a PNG', 'PNG picture'],
  ['an SVG', 'SVG picture'],
] as const) {
  test(`a map saved as ${format} is the same map when it is opened`, async ({ page }) => {
    await openShare(page);
    const file = await saved(page, name);
    expect(file.name).toMatch(/^Coffee -shop\.\w+$/);
    await expect(page.getByText(`Saved as ${file.name}.`)).toBeVisible();
    expect(await importFile(file)).toEqual({ ok: true, value: { map: cafe, repairs: [], isNewer: false } });
  });
}

test('a map goes to other programs', async ({ page }) => {
  await openShare(page);
  const beginning = async (name: string) => Buffer.from(await (await saved(page, name)).arrayBuffer()).subarray(0, 40);
  expect((await beginning('PowerPoint slides')).toString('latin1')).toMatch(/^PK/);
  expect((await beginning('Excel workbook')).toString('latin1')).toMatch(/^PK/);
  expect((await beginning('CSV table')).toString()).toMatch(/^\uFEFFStage,Lane,Kind of lane/);
  expect((await beginning('Markdown table')).toString()).toContain('# Coffee \\<shop\\>');
  expect((await beginning('Mermaid journey')).toString()).toMatch(/^journey\n/);
});

test('whoever opens the copied link sees the map, and nothing of it has gone to a server', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openShare(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is copied.', { exact: false })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const requests: string[] = [];
  const other = await context.newPage();
  other.on('request', (request) => requests.push(request.url()));
  await other.goto(link);
  await expect(other.getByText('Searches the map 地図を見る').first()).toBeVisible();
  expect(requests.filter((address) => address.includes('map='))).toEqual([]);
});

test('a map too long for a link is offered as a file', async ({ page }) => {
  const cards = largeMap(6, 8, 900).cards.map((card, index) => ({ ...card, text: `${index * 7919} ${index ** 3}` }));
  await openShare(page, { ...largeMap(6, 8, 0), cards });
  await expect(page.getByText(/The link would be [\d,]+ characters long/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeDisabled();
});

test('files of a large map are made, and its picture carries it', async ({ page }) => {
  await openShare(page, largeMap());
  for (const name of ['Excel workbook', 'PowerPoint slides']) {
    expect((await saved(page, name)).size).toBeGreaterThan(50_000);
  }
  const read = await importFile(await saved(page, 'PNG picture'));
  expect(read).toMatchObject({ ok: true, value: { map: largeMap(), repairs: [] } });
});

test.describe('a file that is opened', () => {
  const open = (page: Page, content: string) =>
    page.locator('input[type=file]').setInputFiles({ name: 'map.svg', mimeType: '', buffer: Buffer.from(content) });

  test('is opened too when it was chosen before the page listened', async ({ page }) => {
    let listen = () => {};
    const waiting = new Promise<void>((resolve) => {
      listen = resolve;
    });
    await page.route('**/JourneyMapBuilder*.js', async (route) => {
      await waiting;
      await route.continue();
    });
    await page.goto('/en/journey-map/');
    await open(page, writeSvg(cafe, mapWords(translator('en', await messagesIn('en')))));
    await expect(page.locator('astro-island[ssr]')).toHaveCount(1);
    listen();
    await expect(page.getByText('Searches the map 地図を見る').first()).toBeVisible();
  });

  test('never runs what stands in it', async ({ page }) => {
    const words = mapWords(translator('en', await messagesIn('en')));
    await page.goto('/en/journey-map/');
    const script = '<script>window.hasRun = true</script><image href="x" onerror="window.hasRun = true"/>';
    await open(page, writeSvg(cafe, words).replace('<metadata', `${script}<metadata`));
    await expect(page.getByText('Searches the map 地図を見る').first()).toBeVisible();
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false);
  });

  test('says in one sentence what is wrong with it, in the language of the page', async ({ page }) => {
    await page.goto('/ja/journey-map/');
    await open(page, '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await expect(page.getByText('画像にマップが入っていません', { exact: false })).toBeVisible();
    await open(page, writeJourneyMap(cafe, 'https://example/').slice(0, 200));
    await expect(page.getByText('ファイルが壊れて', { exact: false })).toBeVisible();
  });
});

async function messagesIn(locale: string): Promise<JourneyMessages> {
  return JSON.parse(await readFile(new URL(`../../src/content/ui/${locale}.json`, import.meta.url), 'utf8'));
}

test('Mermaid itself reads every journey that is written', async ({ page }) => {
  const words = mapWords(translator('ja', await messagesIn('ja')));
  const maps = [cafe, largeMap(5, 5, 60), ...fc.sample(anyMap, { numRuns: 150, seed: 6 })];
  await page.goto('about:blank');
  await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
  const refused = await page.evaluate(
    async (texts) => {
      const program = (window as unknown as { mermaid: typeof mermaid }).mermaid;
      const answers = await Promise.all(
        texts.map(async (text) => {
          const kind = await program.parse(text, { suppressErrors: true });
          return kind && kind.diagramType === 'journey' ? [] : [text];
        }),
      );
      return answers.flat();
    },
    maps.map((map) => writeMermaid(map, words)),
  );
  expect(refused).toEqual([]);
  const drawn = await page.evaluate(
    async (text) => {
      const program = (window as unknown as { mermaid: typeof mermaid }).mermaid;
      const { svg } = await program.render('drawn', text);
      const place = document.body.appendChild(document.createElement('div'));
      place.innerHTML = svg;
      return place.textContent ?? '';
    },
    writeMermaid(cafe, words),
  );
  for (const text of ['Waits: #1; "in line"', 'Looks for a place', 'Sam']) expect(drawn).toContain(text);
});

for (const language of ['en', 'ja'] as const) {
  test(`the view for sharing in ${language} has no barriers`, async ({ page }) => {
    await openShare(page, cafe, language);
    await expect(page.locator('.journey-share')).toBeVisible();
    expect(await barriersOn(page, '.journey-share')).toEqual([]);
  });
}
