import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toRomaji } from 'wanakana';
import { readContent } from '../../src/build/read-content.ts';
import { romajiKey, romajiKeys } from '../../src/lib/glossary/search/romaji.ts';

const content = readContent(fileURLToPath(new URL('../../src/content', import.meta.url)));
interface Names {
  readonly reading?: string;
  readonly aliases?: readonly { readonly name: string; readonly reading?: string }[];
}
const readings = [
  ...new Set(
    content.terms
      .map(({ pages }) => pages.ja?.frontmatter as Names)
      .flatMap(({ reading, aliases = [] }) => [reading, ...aliases.flatMap((alias) => [alias.reading, alias.name])])
      .filter((name) => name !== undefined && /^[ぁ-ヶー・]+$/.test(name)) as string[],
  ),
];

const replaced = (text: string, pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).reduce((spelled, [from, to]) => spelled.replaceAll(from, to), text);
/** As typed for a converter, each syllable in as few letters as it takes. */
const typedSyllables = {
  sha: 'sya',
  shu: 'syu',
  sho: 'syo',
  she: 'sye',
  shi: 'si',
  cha: 'tya',
  chu: 'tyu',
  cho: 'tyo',
  che: 'tye',
  chi: 'ti',
  ja: 'zya',
  ju: 'zyu',
  jo: 'zyo',
  je: 'zye',
  ji: 'zi',
  tsu: 'tu',
  fu: 'hu',
};
const longMarked = { aa: 'ā', ii: 'ī', uu: 'ū', ee: 'ē', oo: 'ō', ou: 'ō' };

/** Ways of writing kana in Latin letters. */
const romanisations: Readonly<Record<string, (kana: string) => string>> = {
  'by Hepburn': (kana) => toRomaji(kana),
  'in capitals and full width': (kana) =>
    toRomaji(kana)
      .toUpperCase()
      .replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'as typed for a converter': (kana) => replaced(toRomaji(kana), typedSyllables),
  'with marked long vowels': (kana) => replaced(toRomaji(kana).replaceAll('-', ''), longMarked),
  'without long vowels': (kana) =>
    toRomaji(kana)
      .replace(/([aiueo])(?:\1|-)+/g, '$1')
      .replaceAll('ou', 'o'),
  'with every ん doubled': (kana) => toRomaji(kana).replace(/n(?![aiueoy'])/g, 'nn'),
  'with m before lips': (kana) => toRomaji(kana).replace(/n(?=[bp])/g, 'm'),
  'without apostrophes': (kana) => toRomaji(kana).replaceAll("'", ''),
  'in syllables with hyphens': (kana) => toRomaji(kana).replace(/(?<=[aiueo])(?=[^aiueo\-'/])/g, '-'),
  'in syllables with spaces': (kana) => toRomaji(kana).replace(/(?<=[aiueo])(?=[^aiueo\-'/])/g, ' '),
};

describe('a reading in romaji', () => {
  it('is tried on every reading', () => {
    expect(readings.length).toBeGreaterThan(80);
  });

  it.each(Object.entries(romanisations))('is the same written %s', (_, romanise) => {
    const missed = readings.filter((kana) => !romajiKeys(kana).includes(romajiKey(romanise(kana)) ?? ''));
    expect(missed.map((kana) => [kana, romanise(kana), romajiKeys(kana)])).toEqual([]);
  });

  it.each(['kaiyakuritsu', 'kaiyaku-ritsu', 'kaiyaku ritsu', 'KAIYAKURITU', 'かいyakuりつ', 'カイヤクritsu'])(
    'is found in %s',
    (typed) => {
      expect(romajiKeys('かいやくりつ')).toContain(romajiKey(typed));
    },
  );

  it.each([
    ['しんぱい', 'shimpai'],
    ['かんい', "kan'i"],
    ['こうほうと', 'kōhōto'],
    ['まっちんぐ', 'matchingu'],
    ['まっちんぐ', 'maxtutinngu'],
    ['つづける', 'tsuzukeru'],
    ['じぇねれーしょん', 'jenereeshon'],
    ['でぃらいと', 'diraito'],
    ['でぃらいと', 'dhiraito'],
    ['でぃらいと', 'dexiraito'],
    ['とぅるーす', 'touruusu'],
    ['とぅるーす', 'turuusu'],
    ['ふぁーすと', 'faasuto'],
    ['ふぁーすと', 'fuxa-suto'],
    ['ヴィジョン', 'bijon'],
    ['ヴィジョン', 'vijon'],
    ['うぇぶ', 'webu'],
    ['うぇぶ', 'uebu'],
  ])('%s is read from %s', (kana, typed) => {
    expect(romajiKeys(kana)).toContain(romajiKey(typed));
  });

  it('begins as its beginning does, the last two letters aside, which may be half a syllable', () => {
    const astray = readings.flatMap((kana) => {
      const typed = romanisations['as typed for a converter']?.(kana).replaceAll('-', '') ?? '';
      return Array.from({ length: typed.length }, (_, index) => typed.slice(0, index + 1)).filter((beginning) => {
        const key = romajiKey(beginning) ?? '';
        const settled = key.slice(0, Math.max(0, key.length - 2));
        return !romajiKeys(kana).some((whole) => whole.startsWith(settled));
      });
    });
    expect(astray).toEqual([]);
  });

  it.each(['k', 'ka', 'kai', 'kaiy', 'kaiya', 'kaiyakur', 'kaiyakurit', 'kaiyakurits', 'kaiyakuritsu'])(
    'is on its way after %s',
    (beginning) => {
      expect('kaiyakuritu'.startsWith(romajiKey(beginning) ?? '-')).toBe(true);
    },
  );

  it.each(['解約率', '解yaku', '2026', '', '・'])('is none for %j', (text) => {
    expect(romajiKey(text) ?? '').toBe('');
    expect(romajiKeys(text)).toEqual([]);
  });
});
