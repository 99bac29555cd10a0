import { describe, expect, it } from 'vitest';
import { queryWords } from '../../src/lib/glossary/search/query-words.ts';

describe('the words a text is searched for', () => {
  it.each([
    ['解約率の目安', 'ja', ['解約率']],
    ['かいやくりつ', 'ja', ['かいやくりつ']],
    ['サポートとサクセスの違い', 'ja', ['さぽーと', 'さくせす']],
    ['NPSの計算', 'ja', ['nps']],
    ['customer  lifetime value', 'en', ['custom', 'lifetim', 'valu']],
    ['  ', 'ja', []],
  ] as const)('%j (%s) are %j', (query, locale, stems) => {
    expect(queryWords(query, locale).map(({ stem }) => stem)).toEqual(stems);
  });

  it('are one word where Japanese pieces touch', () => {
    expect(queryWords('解約率', 'ja')).toEqual([{ pieces: ['解約', '率'], stem: '解約率' }]);
  });
});
