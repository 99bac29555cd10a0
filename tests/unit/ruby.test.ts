import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { splitPage } from '../../src/lib/glossary/front-matter.ts';
import { rubyOf } from '../../src/lib/glossary/ruby.ts';

const folder = new URL('../../src/content/terms/', import.meta.url);
const names = readdirSync(folder).flatMap((slug) => {
  const page = splitPage(readFileSync(new URL(`${slug}/ja.mdx`, folder), 'utf8'));
  const { term, reading } = load(page.frontMatter) as { term: string; reading?: string };
  return reading && /\p{Script=Han}/u.test(term) ? [[term, reading] as const] : [];
});

describe('the reading of a name', () => {
  it('stands over kanji and Latin letters alone', () => {
    expect(rubyOf('顧客セグメンテーション', 'こきゃくせぐめんてーしょん')).toEqual([
      { text: '顧客', reading: 'こきゃく' },
      { text: 'セグメンテーション' },
    ]);
    expect(rubyOf('真実の瞬間', 'しんじつのしゅんかん')).toEqual([
      { text: '真実', reading: 'しんじつ' },
      { text: 'の' },
      { text: '瞬間', reading: 'しゅんかん' },
    ]);
    expect(rubyOf('RFM分析', 'あーるえふえむぶんせき')).toEqual([
      { text: 'RFM分析', reading: 'あーるえふえむぶんせき' },
    ]);
  });

  it('stands over the whole where it does not go with the kana', () => {
    expect(rubyOf('お客さま', 'こきゃくさん')).toEqual([{ text: 'お客さま', reading: 'こきゃくさん' }]);
  });

  it('loses nothing of any name of the glossary', () => {
    expect(names.length).toBeGreaterThan(20);
    for (const [term, reading] of names) {
      const pieces = rubyOf(term, reading);
      expect(pieces.map(({ text }) => text).join('')).toBe(term);
      expect(pieces.every((piece) => piece.reading !== '')).toBe(true);
    }
  });
});
