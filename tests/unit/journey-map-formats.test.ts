import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import JSZip from 'jszip';
import Papa from 'papaparse';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../src/browser/journey-map-import.ts';
import { mapLink, readMapLink } from '../../src/browser/journey-map-link.ts';
import { presentationOf } from '../../src/browser/journey-map-slides.ts';
import { workbookOf } from '../../src/browser/journey-map-workbook.ts';
import type { JourneyMessages } from '../../src/components/journey-map/messages.ts';
import { readProblemSentence } from '../../src/components/journey-map/read-problem.tsx';
import { mapWords } from '../../src/components/journey-map/share/map-files.ts';
import { writeCsv } from '../../src/lib/exports/csv.ts';
import type { Locale } from '../../src/lib/i18n/locales.ts';
import { translator } from '../../src/lib/i18n/translate.ts';
import { emptyMap, type JourneyMap, laneKinds, limits } from '../../src/lib/journey-map/document.ts';
import { cardColumns, cardRows } from '../../src/lib/journey-map/formats/card-rows.ts';
import { columnsOf, laneKindOf } from '../../src/lib/journey-map/formats/known-names.ts';
import { writeMarkdown } from '../../src/lib/journey-map/formats/markdown.ts';
import { writeMermaid } from '../../src/lib/journey-map/formats/mermaid.ts';
import { withMap } from '../../src/lib/journey-map/formats/png.ts';
import { slidesOf } from '../../src/lib/journey-map/formats/slides.ts';
import { writeSvg } from '../../src/lib/journey-map/formats/svg.ts';
import { textLines, textWidth } from '../../src/lib/journey-map/formats/text-lines.ts';
import { writeJourneyMap } from '../../src/lib/journey-map/text.ts';
import { anyMap, largeMap } from './journey-map-arbitraries.ts';

const translate = (locale: Locale) => {
  const messages: JourneyMessages = JSON.parse(
    readFileSync(new URL(`../../src/content/ui/${locale}.json`, import.meta.url), 'utf8'),
  );
  return translator(locale, messages);
};
const words = { en: mapWords(translate('en')), ja: mapWords(translate('ja')) };

const file = (content: BlobPart, name = 'map.txt') => new File([content], name);
const pixel = new Uint8Array(
  await sharp({ create: { width: 2, height: 2, channels: 3, background: '#fff' } })
    .png()
    .toBuffer(),
);

const cafe: JourneyMap = {
  ...emptyMap('ja'),
  title: '駅前の喫茶店',
  kind: 'to-be',
  personas: [{ id: 'p', name: '佐藤さん', goals: ['落ち着いて読書する'] }],
  stages: [
    { id: 's1', title: '店を探す', moments: ['zero'] },
    { id: 's2', title: '注文する' },
  ],
  lanes: [
    { id: 'l1', kind: 'actions', title: '', side: 'both' },
    { id: 'l2', kind: 'free', title: '店の裏側', side: 'seller' },
    { id: 'l3', kind: 'pain-points', title: '', side: 'buyer' },
  ],
  cards: [
    { id: 'c1', stage: 's1', lane: 'l1', text: '地図で、駅から近い店を調べる', feeling: 1, evidence: '聞き取り8件' },
    {
      id: 'c2',
      stage: 's2',
      lane: 'l1',
      text: '=1+1',
      feeling: -2,
      hopedFeeling: 2,
      owner: '店長',
      effort: 2,
      value: 5,
    },
    { id: 'c3', stage: 's2', lane: 'l3', text: '列; 長い: 10分 #1 | <b>待つ</b>\n二行目' },
    { id: 'c4', stage: 's2', lane: 'l3', text: '席がない' },
  ],
  notes: '* まだ仮です',
};

describe('what holds the whole map gives it back', () => {
  const isSame = async (map: JourneyMap, read: ReturnType<typeof importFile>) =>
    expect(await read).toEqual({ ok: true, value: { map, repairs: [], isNewer: false } });

  test('as a file, an SVG, a PNG and a link', async () => {
    await fc.assert(
      fc.asyncProperty(anyMap, async (map) => {
        await isSame(map, importFile(file(writeJourneyMap(map, 'https://example/'))));
        await isSame(map, importFile(file(writeSvg(map, words.en))));
        await isSame(map, importFile(file(withMap(pixel, map))));
        const link = await mapLink(map);
        expect(link).toMatch(/^map=1\.[\w-]+$/);
        const read = await readMapLink(link);
        expect(read).toEqual({ ok: true, value: { map, repairs: [], isNewer: false } });
      }),
      { numRuns: 150 },
    );
  });

  test('a link made when links were first given away still opens', async () => {
    const link =
      'map=1.jVLdbhJBFH4VcrzTIXUXTcxae-lLKBfDMtCtuzNkd0BrbdIhoK2ltmqAENRYbcRgSkxq2krT9mEOS5e3MEPF3ZiaeDeZM9_vnBUoCN-jEiywy4EUHvPTVLo0mFsSZZ-z5bRHS0CgwvzAERwsg4B0pMvAgkmvHm5soRqErW9R4zActoGAS3mxTIt6vkSBwCOH58ECKdI5BgRKzA8EpwFYD1bA0RPNzqmnAaPTnai9h6qJ1bdAoCioqx9CtHOKavfi_RqqGqovUX9_3D1G1cHqJmRXswQCSYsswRkYENsMh22svhm_-oSqAwQ84TEup7xPmS8gu0pmKDOBGh98Hbde_BbRGi7lSQnXiMNRWzqCBwk0EAicvD7lhFyEPxKuGaMKPmN_2VSD6PN2qH7E8IC5LvMTBJmYoEQdni4JR6e5Urq8rKFZAjb18wnvtvY-7WzWlQ43CyXZE70O4bvvYfcAVQ_X1KRXR7WJ1Y3o_DWq2mWjUf8c1U9dD4ECY67Di9P1YBUnz7it-SL1AdVWuN3C6ss7o5PDOIdtJi2YV1u4Z9wwkuRpk8CiKLH8_dmNSUA85sy_7G_SPAICrFAQvpzOKtQtM7Bux7KZf8lmEsnX23dTk-YRqpqVMm6G689T14zUs9R8biE8q6Pam5_LLTzko2Ej2m1cdAeJVLf-h_54H1UDVR9Vbfo7XEi9WXA9heoM1cfRyUDXrjqw-gs';
    expect(await readMapLink(link)).toEqual({ ok: true, value: { map: cafe, repairs: [], isNewer: false } });
  });

  test('a large one too, whatever the file is called', async () => {
    const map = largeMap();
    await isSame(map, importFile(file(writeSvg(map, words.ja), 'photo.jpg')));
    const link = await mapLink(map);
    expect(await readMapLink(link)).toMatchObject({ ok: true, value: { map } });
  });

  test('a PNG that carries a map is a PNG to other programs, with the checksum they ask for', async () => {
    const whole = withMap(pixel, cafe);
    const { width, height } = await sharp(whole, { failOn: 'warning' }).metadata();
    expect([width, height]).toEqual([2, 2]);
    const at = Buffer.from(whole).indexOf('tEXt');
    const length = Buffer.from(whole).readUInt32BE(at - 4);
    expect(Buffer.from(whole).readUInt32BE(at + 4 + length)).toBe(crc32(whole.subarray(at, at + 4 + length)));
  });

  test('an SVG that another program wrote anew', async () => {
    const anew = writeSvg(cafe, words.ja).replace(/<metadata id="([^"]+)">(.*)<\/metadata>/, (_, id, text: string) => {
      return `<metadata\n   id="${id}"\n   class="x">${text.replaceAll('"', '&quot;')}</metadata>`;
    });
    await isSame(cafe, importFile(file(anew)));
  });
});

describe('the picture', () => {
  /** Throws at what is not well-formed. */
  function textsIn(svg: string): string[] {
    const texts: string[] = [];
    const parser = new SaxesParser();
    parser.on('text', (text) => texts.push(text));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    return texts;
  }

  test('is well-formed for any map, and holds no markup of what people wrote', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        textsIn(writeSvg(map, words.ja));
      }),
      { numRuns: 100 },
    );
    const svg = writeSvg({ ...cafe, title: '<script>alert(1)</script>' }, words.ja);
    expect(svg).not.toContain('<script');
    expect(textsIn(svg).join('')).toContain('<script>alert(1)</script>');
  });

  test('shows all texts, within their cards', () => {
    const long = { ...cafe.cards[0], id: 'x', text: 'あ'.repeat(300) } as JourneyMap['cards'][number];
    const shown = textsIn(writeSvg({ ...cafe, cards: [...cafe.cards, long] }, words.ja)).join('');
    for (const { text } of [...cafe.cards, long]) expect(shown.replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
    for (const name of ['店を探す', '行動', '店の裏側', 'ペインポイント', '佐藤さん', '+1', '−2']) {
      expect(shown).toContain(name);
    }
  });

  test('wraps text at words and between Japanese letters, and keeps signs where they belong', () => {
    expect(textLines('one two three', 5)).toEqual(['one two', 'three']);
    expect(textLines('これは、長い文です。', 4)).toEqual(['これは、', '長い文で', 'す。']);
    expect(textLines('あいう。', 3)).toEqual(['あい', 'う。']);
    expect(textLines('x'.repeat(30), 5).every((line) => textWidth(line) <= 5)).toBe(true);
    expect(textLines('a\n\nb', 5)).toEqual(['a', '', 'b']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const lines = textLines(text, 6);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('tables', () => {
  test.each(['en', 'ja'] as const)('names of columns and lanes in %s are known when they come back', (locale) => {
    const header = cardColumns.map((column) => words[locale].columns[column]);
    expect([...columnsOf(header)]).toEqual(cardColumns.map((column, index) => [column, index]));
    for (const kind of laneKinds) {
      const name = words[locale].lane({ id: 'l', kind, title: '', side: 'both' });
      expect(laneKindOf(name)).toEqual({ kind, isPlain: true });
    }
  });

  test.each(['utf-8', 'utf-16le'] as const)('a CSV in %s brings stages, lanes and cards back', async (encoding) => {
    const csv = writeCsv(cardRows(cafe, words.ja));
    const bytes = encoding === 'utf-8' ? csv : new Uint8Array(Buffer.from(csv, 'utf16le'));
    const read = await importFile(file(bytes, '喫茶店.csv'));
    if (!read.ok) throw new Error(read.reason);
    const { map, repairs } = read.value;
    expect(repairs).toEqual([]);
    expect(map.title).toBe('喫茶店');
    expect(map.language).toBe('ja');
    expect(map.stages.map(({ title }) => title)).toEqual(['店を探す', '注文する']);
    expect(map.lanes.map(({ kind, title }) => [kind, title])).toEqual([
      ['actions', ''],
      ['free', '店の裏側'],
      ['pain-points', ''],
    ]);
    const plain = ({ id: _, stage: __, lane: ___, ...card }: JourneyMap['cards'][number]) => card;
    expect(map.cards.map(plain)).toEqual(cafe.cards.map(plain));
  });

  test('no card is run as a formula, and the table is what another reader reads', () => {
    const { data } = Papa.parse<string[]>(writeCsv(cardRows(cafe, words.en)).trim(), { header: false });
    expect(data.flat().filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
    expect(data).toHaveLength(1 + 7);
  });

  test('a table as people draw it: stages across, lanes down, cards as lines of a cell', async () => {
    const drawn = 'Stage\tFind\tBuy\nSteps\t"Searches\nAsks a friend"\tPays (-1 → +2)\nBack office\t\t• Packs\n';
    const read = await importFile(file(drawn, 'drawn.tsv'));
    if (!read.ok) throw new Error(read.reason);
    const { stages, lanes, cards } = read.value.map;
    expect(stages.map(({ title }) => title)).toEqual(['Find', 'Buy']);
    expect(lanes.map(({ kind, title }) => [kind, title])).toEqual([
      ['actions', 'Steps'],
      ['free', 'Back office'],
    ]);
    expect(cards.map(({ text }) => text)).toEqual(['Searches', 'Asks a friend', 'Pays', 'Packs']);
    expect(cards[2]).toMatchObject({ feeling: -1, hopedFeeling: 2 });
  });

  test('a Shift_JIS table of a spreadsheet in Japan', async () => {
    // 段階,買う / 行動,払う
    const bytes = [0x92, 0x69, 0x8a, 0x4b, 0x2c, 0x94, 0x83, 0x82, 0xa4, 0x0d, 0x0a];
    const more = [0x8d, 0x73, 0x93, 0xae, 0x2c, 0x95, 0xa5, 0x82, 0xa4, 0x0d, 0x0a];
    const read = await importFile(file(new Uint8Array([...bytes, ...more])));
    expect(read).toMatchObject({
      ok: true,
      value: { map: { stages: [{ title: '買う' }], lanes: [{ kind: 'actions' }], cards: [{ text: '払う' }] } },
    });
  });

  test('Markdown: a table that comes back', async () => {
    const markdown = writeMarkdown(cafe, words.ja);
    expect(markdown).toContain('# 駅前の喫茶店');
    expect(markdown).toContain('\\* まだ仮です');
    expect(markdown).not.toContain('<b>');
    const read = await importFile(file(markdown));
    if (!read.ok) throw new Error(read.reason);
    const { map } = read.value;
    expect(map.title).toBe(cafe.title);
    expect(map.stages.map(({ title }) => title)).toEqual(['店を探す', '注文する']);
    expect(map.cards.map(({ text }) => text)).toEqual(cafe.cards.map(({ text }) => text.replace('\n', ' ')));
    expect(map.cards[1]).toMatchObject({ feeling: -2, hopedFeeling: 2 });
  });
});

describe('Mermaid', () => {
  test('a journey that is written comes back with its stages, tasks, scores and people', async () => {
    const written = writeMermaid(cafe, words.ja);
    const read = await importFile(file(`\`\`\`mermaid\n${written}\`\`\`\n`));
    if (!read.ok) throw new Error(read.reason);
    const { map } = read.value;
    expect([map.title, map.personas.map(({ name }) => name)]).toEqual([cafe.title, ['佐藤さん']]);
    expect(map.cards.map(({ text, feeling }) => [text, feeling])).toEqual([
      ['地図で、駅から近い店を調べる', 1],
      ['=1+1', -2],
    ]);
  });

  test('the example of its manual', async () => {
    const example = `%% a comment
journey
    title My working day
    section Go to work
      Make tea: 5: Me
      Go upstairs: 3: Me
      Do work: 1: Me, Cat
    section Go home
      Sit down: 9: Me`;
    const read = await importFile(file(`---\nconfig: {}\n---\n${example}`));
    if (!read.ok) throw new Error(read.reason);
    const { map } = read.value;
    expect(map.title).toBe('My working day');
    expect(map.personas.map(({ name }) => name)).toEqual(['Me', 'Cat']);
    expect(map.stages.map(({ title }) => title)).toEqual(['Go to work', 'Go home']);
    expect(map.cards.map(({ text, feeling, stage }) => [text, feeling, stage])).toEqual([
      ['Make tea', 2, 'stage-1'],
      ['Go upstairs', 0, 'stage-1'],
      ['Do work', -2, 'stage-1'],
      ['Sit down', 2, 'stage-2'],
    ]);
  });
});

/** The parts of a zip file; every one in XML is parsed. */
async function partsOf(content: Blob): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(await content.arrayBuffer());
  const parts = new Map<string, string>();
  for (const [name, part] of Object.entries(zip.files)) {
    if (!part.dir) parts.set(name, await part.async('string'));
  }
  for (const [name, text] of parts) {
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(text).close();
  }
  return parts;
}

const awkward: JourneyMap = {
  ...cafe,
  title: 'A & B <\u0007>',
  cards: cafe.cards.map((card) => ({ ...card, text: `${card.text}\u0000\ud800&` })),
};

describe('a workbook', () => {
  test('has the map as it is drawn and a row for every card, none of them a formula', async () => {
    const book = await readXlsx(await (await workbookOf(cafe, words.ja)).arrayBuffer());
    expect(book.sheets.map(({ name }) => name)).toEqual(['マップ', 'カード']);
    const [map, cards] = book.sheets;
    expect(map?.rows[0]?.slice(1)).toEqual(['店を探す', '注文する']);
    expect(map?.rows[1]?.[2]).toBe('=1+1 (−2 → +2)');
    expect(map?.rows[3]?.[2]).toBe('列; 長い: 10分 #1 | <b>待つ</b> 二行目\n席がない');
    expect(cards?.rows).toHaveLength(1 + 7);
    const parts = await partsOf(await workbookOf(awkward, words.ja));
    expect([...parts.values()].join('')).not.toContain('<f>');
    expect(parts.get('[Content_Types].xml')).toContain('spreadsheetml');
  });
});

describe('slides', () => {
  test('hold every card as text of a shape, and all of it in the notes', async () => {
    const parts = await partsOf(await presentationOf(awkward, words.ja));
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(1);
    expect(parts.get('[Content_Types].xml')).toContain('/ppt/slides/slide1.xml');
    expect(parts.get('ppt/slides/slide1.xml')).toContain('席がない');
    const notes = [...parts].find(([name]) => name.startsWith('ppt/notesSlides/notesSlide'))?.[1];
    expect(notes).toContain('聞き取り8件');
  });

  test('a large map takes as many slides as it stays readable on', async () => {
    const plans = slidesOf(largeMap(), words.en);
    const shown = plans.flatMap(({ layout }) => layout.boxes.map(({ card }) => card.id));
    expect(shown.toSorted()).toEqual(
      largeMap()
        .cards.map(({ id }) => id)
        .toSorted(),
    );
    for (const { lanesTop, layout } of plans) expect(lanesTop + layout.height).toBeLessThanOrEqual(540);
    const parts = await partsOf(await presentationOf(largeMap(30, 12, 300), words.en));
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(slidesOf(largeMap(30, 12, 300), words.en).length);
  });

  test('a card that no slide has room for is cut on it and whole in the notes', () => {
    const text = `${'長い話。'.repeat(400)}終わり`;
    const plans = slidesOf({ ...cafe, cards: [{ id: 'c', stage: 's1', lane: 'l1', text }] }, words.ja);
    expect(plans[0]?.layout.boxes[0]?.card.text).toMatch(/…$/);
    expect(plans[0]?.notes).toContain('終わり');
    for (const { lanesTop, layout } of plans) expect(lanesTop + layout.height).toBeLessThanOrEqual(540);
  });
});

describe('files and links that are no map', () => {
  const whole = writeJourneyMap(cafe, 'https://example/');
  const largeList = JSON.stringify({ ...cafe, cards: Array.from({ length: limits.cards + 1 }, () => ({})) });
  const hostile: readonly (readonly [string, BlobPart, string])[] = [
    ['nothing at all', '', 'empty-file'],
    ['a file that was cut', whole.slice(0, 300), 'not-json'],
    ['a JSON of something else', '{"a": 1}', 'not-a-journey-map'],
    ['a list nested a million deep', '['.repeat(1_000_000), 'not-json'],
    ['a list nested and closed', '['.repeat(100_000) + ']'.repeat(100_000), 'not-a-journey-map'],
    ['more cards than a map holds', largeList, 'too-many'],
    ['a workbook', new Uint8Array(Buffer.from('PK\u0003\u0004....xl/workbook.xml', 'latin1')), 'spreadsheet-file'],
    ['a PDF', '%PDF-1.7', 'binary-file'],
    ['a picture without a map', pixel, 'no-map-in-picture'],
    ['a picture that was cut', withMap(pixel, cafe).slice(0, 200), 'damaged-picture'],
    ['a picture in which a letter was changed', changedAt(withMap(pixel, cafe), 120), 'damaged-picture'],
    [
      'a drawing without a map',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'no-map-in-picture',
    ],
    ['a letter', 'Dear reader', 'no-table'],
    ['a quote that never ends', 'a,b\nc,"d', 'unclosed-quote'],
    ['a table far too wide', `a${',x'.repeat(5_000)}\nb${',y'.repeat(5_000)}\n`, 'too-many'],
    ['a table far too long', `a,b\n${'x,y\n'.repeat(5_000)}`, 'too-many'],
  ];

  function changedAt(bytes: Uint8Array<ArrayBuffer>, place: number): Uint8Array<ArrayBuffer> {
    const changed = bytes.slice();
    changed[place] = 0x21;
    return changed;
  }

  test.each(hostile)('%s: one sentence says so', async (_, content, reason) => {
    const read = await importFile(file(content));
    expect(read).toMatchObject({ ok: false, reason });
    if (read.ok) return;
    for (const locale of ['en', 'ja'] as const) {
      const sentence = readProblemSentence(read, translate(locale));
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(/[{}]|undefined/);
    }
  });

  test('a file far too large is not even read', async () => {
    const large = Object.assign(file('x'), { arrayBuffer: () => Promise.reject(new Error('was read')) });
    Object.defineProperty(large, 'size', { value: 100_000_001 });
    expect(await importFile(large)).toMatchObject({ ok: false, reason: 'file-too-large' });
  });

  test('a map that tries to change what all objects are changes nothing', async () => {
    const evil = whole.replace('{', '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},');
    const read = await importFile(file(evil));
    expect(read).toMatchObject({ ok: true, value: { map: cafe } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a map of a newer version opens, and says so', async () => {
    const read = await importFile(file(whole.replace('"version": 1', '"version": 7')));
    expect(read).toMatchObject({ ok: true, value: { isNewer: true } });
  });

  test('any bytes and any text give a map or a reason', async () => {
    const beginnings = ['', '{', '<svg ', 'journey\n', '| a |\n|---|\n', '\x89PNG\r\n\x1a\n', 'a,b\n'];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beginnings),
        fc.oneof(fc.string(), fc.uint8Array()),
        async (beginning, rest) => {
          const read = await importFile(new File([Buffer.from(beginning, 'latin1'), rest as BlobPart], 'any'));
          expect(typeof read.ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  });

  test('texts made to keep a reader busy are done with at once', async () => {
    const slow = ['%%{'.repeat(300_000), `journey\n${' '.repeat(1_000_000)}x`, '|-'.repeat(500_000), '\n'.repeat(1e6)];
    for (const text of [...slow, `a,b\nc,x${' '.repeat(500_000)}y\n`, '```mermaid '.repeat(200_000)]) {
      expect(typeof (await importFile(file(text))).ok).toBe('boolean');
    }
  });

  test('links that are cut, changed, of another kind, or unpack to gigabytes', async () => {
    const link = await mapLink(cafe);
    expect(await readMapLink('id=abc')).toBeUndefined();
    expect(await readMapLink(link.slice(0, -20))).toMatchObject({ ok: false, reason: 'damaged-link' });
    expect(await readMapLink('map=1.%%%')).toMatchObject({ ok: false, reason: 'damaged-link' });
    expect(await readMapLink('map=.abc')).toMatchObject({ ok: false, reason: 'damaged-link' });
    expect(await readMapLink('map=2.abc')).toMatchObject({ ok: false, reason: 'newer-link' });
    const zeros = new Blob([new Uint8Array(64_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bomb = Buffer.from(await new Response(zeros).arrayBuffer()).toString('base64url');
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readMapLink(`map=1.${bomb}`)).toMatchObject({ ok: false, reason: 'large-link' });
  });
});
