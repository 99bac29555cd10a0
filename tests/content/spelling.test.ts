import { describe, expect, it } from 'vitest';
import { type Locale, locales } from '../../src/lib/i18n/locales.ts';
import { house, misspeller } from './spelling.ts';
import { interfaceTexts, namesOf, pages, prose, questions, termSlugs } from './texts.ts';

/** Names of others, and words that only look like a name: a verb, an adjective before its noun. */
const othersWords =
  /Norwegian Customer Satisfaction Barometer|Director of First Moment of Truth|\bhand over\b|\b(?:customer-first|software-as-a-service)(?= [a-z])/gi;

const misspelt = Object.fromEntries(
  locales.map((locale) => {
    const names = termSlugs.flatMap((slug) => namesOf(slug, locale));
    return [locale, misspeller(names, locale)];
  }),
) as Readonly<Record<Locale, (text: string) => string[]>>;

function mistakesIn(text: string, locale: Locale): string[] {
  const own = text.replace(othersWords, '');
  const avoided = house[locale].flatMap(([pattern, written]) => {
    const [found] = pattern.exec(own) ?? [];
    return found === undefined ? [] : [`${found} → ${written}`];
  });
  return [...misspelt[locale](own).map((found) => `${found} → the name of the glossary`), ...avoided];
}

describe('a word is written in one way', () => {
  it.each([...pages, ...questions, ...interfaceTexts].map((page) => [page.name, page] as const))(
    'in %s',
    (_, { lines, locale }) => {
      expect(mistakesIn(lines.map(prose).join('\n'), locale)).toEqual([]);
    },
  );
});

describe('a second way to write a word is found', () => {
  it.each([
    ['ja', 'カスタマ・サクセス'],
    ['ja', 'カスタマーサクセスマネジャー'],
    ['ja', 'カスタマーエキスペリエンス'],
    ['ja', 'カスタマージャーニー・マップ'],
    ['ja', 'ネット・プロモーター・スコア'],
    ['ja', 'ファーストモーメントオブトゥルース'],
    ['ja', 'ヴァリューチェーン'],
    ['ja', 'サブスクリプション・モデル'],
    ['ja', 'カスタマーデライト'],
    ['ja', 'ロイアルティ'],
    ['ja', '引継ぎ'],
    ['ja', '乗換えコスト'],
    ['ja', '顧客期待値'],
    ['ja', 'Saas'],
    ['ja', 'ﾁｬｰﾝ'],
    ['ja', 'ＬＴＶ'],
    ['en', 'touch-point'],
    ['en', 'cross selling'],
    ['en', 'up-sell'],
    ['en', 'omni-channel'],
    ['en', 'Net promoter score'],
    ['en', 'Customer Success'],
    ['en', 'pain-points'],
    ['en', 'life-time value'],
    ['en', 'Saas'],
  ] as const)('of a name, in %s: %s', (locale, word) => {
    expect(mistakesIn(locale === 'ja' ? `前の${word}の後` : `before ${word} after`, locale)).not.toEqual([]);
  });

  it.each([
    ['ja', '問合せは全て、ユーザが出来る事等を確かめる為に、予めサーバに送って下さい。', 8],
    ['ja', '様々な取組は、はじめて聞く時は分かりにくい。', 5],
    ['en', 'The organisation analysed the behaviour of its neighbours afterwards, and canceled 5 per cent.', 5],
  ] as const)('of an everyday word, in %s: %s', (locale, sentence, atLeast) => {
    expect(mistakesIn(sentence, locale).length).toBeGreaterThanOrEqual(atLeast);
  });

  it.each([
    ['ja', '担当を引き継いだカスタマーサクセスマネージャーは、顧客からの声と期待値を一つひとつ確かめます。'],
    ['ja', 'データを移して初めてカスタマイズでき、5分から10分でわかります。同等の変更に90パーセンタイルを使います。'],
    [
      'en',
      'Churn rate first: customer success managers cross-sell at touchpoints. Net Promoter Scores promise four hours.',
    ],
  ] as const)('and what is written well is left alone, in %s: %s', (locale, sentence) => {
    expect(mistakesIn(sentence, locale)).toEqual([]);
  });
});
