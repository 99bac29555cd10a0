import type { Locale } from '../../src/lib/i18n/locales.ts';

/** A sound as others write it. */
const otherLetters: Readonly<Record<string, string>> = {
  バ: '(?:バ|ヴァ)',
  ビ: '(?:ビ|ヴィ)',
  ブ: '[ブヴ]',
  ベ: '(?:ベ|ヴェ)',
  ボ: '(?:ボ|ヴォ)',
  ティ: '(?:ティ|テイ|チ)',
  ディ: '(?:ディ|デイ|デ|ジ)',
  ファ: '(?:ファ|フア|ハ)',
  フィ: '(?:フィ|フイ|ヒ)',
  ク: '[クキ]',
  ヤ: '[ヤア]',
  ェ: '[ェエ]',
  ャ: '[ャヤ]',
  ュ: '[ュユ]',
  ョ: '[ョヨ]',
  ッ: 'ッ?',
};
const letters = /ティ|ディ|ファ|フィ|./gu;
const joints = /[ー・\s-]/g;
const isKatakana = (letter = '') => /\p{Script=Katakana}/u.test(letter);
const isHiragana = (letter = '') => /\p{Script=Hiragana}/u.test(letter);
const literal = (letter: string) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&');

/** In katakana, long vowels, middle dots, spaces and hyphens come and go; between kanji, okurigana does. */
function japanesePattern(name: string): RegExp {
  const parts = (name.replace(joints, '').match(letters) ?? []).map((letter, index, all) => {
    const next = all[index + 1];
    if (isKatakana(letter)) return `${otherLetters[letter] ?? letter}${isKatakana(next) ? '[ー・ 　-]*' : 'ー?'}`;
    if (!isHiragana(letter)) return literal(letter);
    // At the end another ending makes another word: 引き継ぎ is no more in 引き継がない.
    return next === undefined ? `(?:${letter}|(?!\\p{Script=Hiragana}))` : `${letter}?`;
  });
  // A short name turns up inside of longer words.
  const edge = parts.length < 5 ? '[\\p{Script=Katakana}ーA-Za-z]' : '[A-Za-z]';
  return new RegExp(`(?<!${edge})${parts.join('')}(?!${edge})`, 'giu');
}

/** Spaces, hyphens and capitals come and go. */
function englishPattern(name: string): RegExp {
  return new RegExp(`(?<![\\w-])${[...name.replace(joints, '')].map(literal).join('[ -]?')}(?=(?:e?s)?(?!\\w))`, 'gi');
}

const patternOf: Readonly<Record<Locale, (name: string) => RegExp>> = { en: englishPattern, ja: japanesePattern };
const withSmallInitial = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Finds in a text what is written nearly, and not exactly, like one of the names. A capital may begin a sentence. */
export function misspeller(names: readonly string[], locale: Locale): (text: string) => string[] {
  const right = new Set(names.map(withSmallInitial));
  const patterns = names.filter((name) => name.replace(joints, '').length > 2).map(patternOf[locale]);
  return (text) =>
    patterns.flatMap((pattern) => text.match(pattern) ?? []).filter((found) => !right.has(withSmallInitial(found)));
}

/** Spellings that are a matter of choice, each chosen once: what is not written here, and what is. */
export const house: Readonly<Record<Locale, readonly (readonly [avoided: RegExp, written: string])[]>> = {
  en: [
    [/\b(?:behavi|col|fav|hon|lab|neighb|endeav|rum|vig)our/i, '-or: behavior'],
    [
      /\b(?:organ|recogn|real|personal|custom|priorit|summar|emphas|minim|maxim|optim|util|standard|general|author|apolog|critic|special|final|formal|visual|categor|monet|digit|central|character)is(?:e[ds]?|ing|ation)/i,
      '-ize: organization',
    ],
    [/\b(?:paral|ana|cata)lys(?:e[ds]?|ing)\b/i, 'analyze'],
    [/\b(?:centre|metre|litre|theatre|fibre)s?\b/i, '-er: center'],
    [/\b(?:cancel|travel|model|label|level|signal|channel|counsel)l(?:ed|ing|er)/i, 'one l: canceled'],
    [/\b(?:fulfil|enrol|skilful|instalment)(?:s|ment)?\b/i, 'two l: fulfill'],
    [/\b(?:judge|acknowledge)ment/i, 'judgment'],
    [/\b(?:defence|offence|pretence|licence)s?\b/i, '-se: license'],
    [/\b(?:catalogue|programme|cheque|grey|storey|tyre|artefact|ageing)s?\b/i, 'catalog, program, check, gray'],
    [/\b(?:learnt|spelt|burnt|dreamt)\b/i, '-ed: learned'],
    [/\b(?:after|to|back)wards\b/i, 'toward, afterward'],
    [/\b(?:whilst|amongst)\b/i, 'while, among'],
    [/\bper cent\b/i, '%, or percent'],
    [/\be-mail/i, 'email'],
    [/\bweb site/i, 'website'],
    [/\b(?:on-boarding|on boarding|log-in|spread sheet|dash-board|check-out|pay-back)\b/i, 'one word: onboarding'],
  ],
  ja: [
    [/[Ａ-Ｚａ-ｚ０-９％]/, '半角の英数字と%'],
    [/[ｦ-ﾟ]/, '全角の片仮名'],
    [
      /(?:ユーザ|サーバ|ブラウザ|フォルダ|コンピュータ|プリンタ|メンバ|カテゴリ|リーダ|オペレータ|メーカ|カスタマ(?!イ))(?!ー)/,
      'ユーザー',
    ],
    [/(?<!パー)センタ(?!ー)/, 'センター'],
    // Care managers, a Japanese profession, spell themselves their own way.
    [/(?<!ケア)マネジャー|マネージャ(?!ー)/, 'マネージャー'],
    [/(?<!「)ロイヤリティ/, 'ロイヤルティ'],
    [/インター?フェイス|インタフェース/, 'インターフェース'],
    [/オムニチャンネル/, 'オムニチャネル'],
    [/ウエブ|Web|ＷＥＢ/, 'ウェブ'],
    [/シュミレーション/, 'シミュレーション'],
    [/コミニュケーション/, 'コミュニケーション'],
    [/顔客|個客/, '顧客'],
    [/お客さ[まん]/, 'お客様'],
    [/取組/, '取り組'],
    [/問合せ|問合わせ|問い合せ/, '問い合わせ'],
    [/見込客/, '見込み客'],
    [/引継/, '引き継ぎ'],
    [/乗換/, '乗り換え'],
    [/切替/, '切り替え'],
    [/打合せ|打合わせ|打ち合せ/, '打ち合わせ'],
    [/組合せ|組合わせ|組み合せ/, '組み合わせ'],
    [/手続(?!き)/, '手続き'],
    [/申込(?=[のをがはにで、。])/, '申し込み'],
    [/見積(?!も|書)/, '見積もり'],
    [/売場/, '売り場'],
    [/出来[るたなまず]/, 'できる'],
    [/下さ[いる]/, 'ください'],
    [/頂[いくけき]/, 'いただく'],
    [/致し(?=ま[すし])/, 'いたします'],
    [/(?<![平均上同対高])等(?=[をがはもので、。])/, 'など'],
    [/全て/, 'すべて'],
    [/様々/, 'さまざま'],
    [/色々/, 'いろいろ'],
    [/[のるた]為(?!替)/, 'ため'],
    [/[がはも]無[いくかけ]/, 'ない'],
    [/[うくぐすつむるたい]事(?=[をがはもにで、。])/, 'こと'],
    [/[うくぐすつむるたい]時(?=[をがはもにの、。])/, 'とき'],
    [/[るた]所(?=[をがはもに、。])/, 'ところ'],
    [/[のたる]通り(?=[に、。])/, 'とおり'],
    [/[ぁ-んァ-ヶ]毎に/, 'ごとに'],
    [/分か[りるっ]/, 'わかる'],
    [/(?<!その)他の/, 'ほかの'],
    [/(?<!変)更に/, 'さらに'],
    [/既に/, 'すでに'],
    [/又は/, 'または'],
    [/但し/, 'ただし'],
    [/即ち/, 'すなわち'],
    [/予め/, 'あらかじめ'],
    [/殆ど/, 'ほとんど'],
    [/何故/, 'なぜ'],
    [/沢山/, 'たくさん'],
    [/とくに/, '特に'],
    [/普通/, 'ふつう'],
    [/一番(?!目)/, 'いちばん'],
    [/はじめて/, '初めて'],
    [/くらべ/, '比べ'],
    [/とらえ/, '捉え'],
    [/めざ[しす]/, '目指す'],
    [/かかわ[りるっ]/, '関わる'],
    [/行な[いうっ]/, '行う'],
    [/気付/, '気づ'],
    [/づつ/, 'ずつ'],
    [/やりとり/, 'やり取り'],
    [/手掛かり/, '手がかり'],
    [/子供/, '子ども'],
    [/一つ(?!ひとつ)|(?<!一つ)ひとつ/, '1つ（一つひとつは別）'],
    [/一人(?!ひとり)|(?<!一人)ひとり/, '1人（一人ひとりは別）'],
    [/[カヶヵケ]月/, 'か月'],
    [/(?<!\d)\d+パーセント/, '%'],
  ],
};
