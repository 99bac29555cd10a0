import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyWords, nameKey } from '../../src/lib/glossary/search/name-key.ts';
import { spelledLetters } from '../../src/lib/glossary/search/spelled-letters.ts';
import { anyText } from './any-input.ts';

describe('two spellings of one name are one to the search', () => {
  it.each([
    // Width and case.
    ['ｶｽﾀﾏｰｼﾞｬｰﾆｰ', 'カスタマージャーニー'],
    ['ＬＴＶ', 'ltv'],
    ['㌫', 'パーセント'],
    // Kana.
    ['チャーンレート', 'ちゃーんれーと'],
    ['ヴァリュー', 'バリュー'],
    ['ゔぃじょん', 'ビジョン'],
    ['インタヴュー', 'インタビュー'],
    ['ウェブ', 'ウエブ'],
    ['ロイヤルティ', 'ロイヤルテイ'],
    ['ﾛｲﾔﾙﾃｨ', 'ろいやるてぃ'],
    ['つづける', 'つずける'],
    // Long vowels, and what is typed for them.
    ['カスタマー', 'カスタマ'],
    ['カスタマ-', 'カスタマー'],
    ['カスタマ―サクセス', 'カスタマーサクセス'],
    ['カスタマ一サクセス', 'カスタマーサクセス'],
    ['カスタマ〜サクセス', 'カスタマーサクセス'],
    // Spaces, hyphens and other signs.
    ['モーメント・オブ・トゥルース', 'モーメントオブトゥルース'],
    ['Customer  Success', 'customer-success'],
    ['touch‑point', 'touchpoint'],
    ['C.S.', 'cs'],
    ['Stickiness (DAU/MAU)', 'stickiness dau mau'],
    ['customer’s', "customer's"],
    // Accents.
    ['café', 'cafe'],
    ['cafe\u0301', 'café'],
    // Plurals.
    ['churns', 'churn'],
    ['companies', 'company'],
    ['losses', 'loss'],
    ['touchpoints', 'touch point'],
    ['KPIs', 'kpi'],
    // British and American.
    ['organisation', 'organization'],
    ['organisers', 'organizer'],
    ['analysed', 'analyzed'],
    ['behavioural', 'behavioral'],
    ['favourite', 'favorite'],
    ['centres', 'center'],
    ['dialogues', 'dialog'],
    ['programme', 'programs'],
    ['licences', 'license'],
    ['cancelled', 'canceled'],
    ['enrolment', 'enrollment'],
    ['practise', 'practice'],
  ])('%s, %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
    expect(nameKey(one)).not.toBe('');
  });

  it.each([
    ['解約率', '解約度'],
    ['パス', 'バス'],
    ['はし', 'はち'],
    ['一次応答', '次応答'],
    ['basis', 'basi'],
    ['loss', 'los'],
    ['hour', 'hor'],
    ['CS', 'C'],
    ['NPS', 'NP'],
  ])('but not %s, %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('the words of a name', () => {
  it('are parted by what is neither letter nor digit', () => {
    expect(keyWords('Upsell vs. cross-sell (2026)')).toEqual(['upsell', 'vs', 'cross', 'sell', '2026']);
    expect(keyWords('顧客体験（CX）')).toEqual(['顧客体験', 'cx']);
  });

  it('are their own keys, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const words = keyWords(text);
        expect(keyWords(words.join(' '))).toEqual(words);
      }),
      { numRuns: 2000 },
    );
  });

  it('are their own keys in words of English endings', () => {
    const part = fc.constantFrom(
      'organ',
      'cent',
      'is',
      'ys',
      'our',
      'tre',
      'og',
      'dial',
      'll',
      'ed',
      'er',
      's',
      'es',
      'ies',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const words = keyWords(parts.join(''));
        expect(keyWords(words.join(' '))).toEqual(words);
      }),
      { numRuns: 2000 },
    );
  });

  it('are the same in hiragana, katakana and half width', () => {
    const hiragana = fc.string({
      unit: fc.constantFrom(...'あいうかがきくけこさしじたつでとなにはばぱひぴふまみもやゃゆょらりをんっーぁぃ'),
    });
    const half = new Map(
      Array.from({ length: 0x3f }, (_, index) => String.fromCharCode(0xff61 + index)).map((letter) => [
        letter.normalize('NFKC'),
        letter,
      ]),
    );
    fc.assert(
      fc.property(hiragana, (text) => {
        const katakana = text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
        const narrow = [...katakana.normalize('NFD')].map((letter) => half.get(letter) ?? letter).join('');
        expect(nameKey(katakana)).toBe(nameKey(text));
        expect(nameKey(narrow)).toBe(nameKey(text));
      }),
    );
  });

  it.each([
    ['half pairs', `${'\ud83d\ude00\ud83d'.repeat(2)}\udc00`],
    ['marks of direction', '\u202e\u200f\u2066'],
    ['emoji', '👩‍👩‍👧🇯🇵'],
    ['signs', '.*+?^$()[]{}|\\/<>&"\'`・、。'],
  ])('are none in %s', (_, text) => {
    expect(keyWords(text)).toEqual([]);
  });

  it('are found past what carries nothing', () => {
    expect(nameKey('\u202e解約\u200f率 \ud83d👍')).toBe('解約率');
  });
});

describe('an abbreviation', () => {
  it('is read letter by letter', () => {
    expect(spelledLetters('NPS')).toBe('えぬぴーえす');
    expect(spelledLetters('ARPWZ')).toBe('えーあーるぴーだぶりゅーぜっと');
  });

  it.each(['Nps', 'N', 'ABCDEF', 'C.S.', '解約'])('is not %s', (name) => {
    expect(spelledLetters(name)).toBeUndefined();
  });
});
