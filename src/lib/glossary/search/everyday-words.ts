import { englishStem } from './english-stem.ts';

/** English words that people use for one thing when they ask; the first stands for all. */
const english = [
  'customer client buyer consumer subscriber shopper patron',
  'leave quit cancel stop defect unsubscribe left lose lost attrition turnover',
  'keep retain stay remain',
  'buy purchase order bought spend spent',
  'staff employee worker team agent rep coworker colleague',
  'company business firm organisation startup vendor supplier',
  'picture diagram drawing chart graph visual',
  'number figure metric kpi measure',
  'money revenue income profit earn',
  'cheap inexpensive',
  'expensive cost price',
  'people person someone somebody',
  'phone call telephone',
  'help assist assistance support',
  'begin start first initial',
  'happy satisfied content pleased glad',
  'unhappy dissatisfied angry upset annoyed disappointed',
  'question ask survey questionnaire poll',
  'answer reply respond response',
  'problem issue trouble hassle difficulty pain',
  'show tell explain describe',
  'big large',
  'year annual',
  'guess predict forecast foresee spot',
  'friend acquaintance family',
  'recommend refer suggest',
  'product goods item thing',
  'shop store retailer',
  'app software tool program',
  'rent lease borrow hire',
  'own possess ownership',
  'wait delay',
  'repeat again return',
  'sell sale sold',
  'boss manager supervisor',
  'job work career',
  'promise commit pledge',
];

/** The same in Japanese, as patterns over folded text (hiragana for katakana). */
const japanese: readonly (readonly [pattern: RegExp, word: string])[] = [
  [/お客(?:さま|様|さん)?|客(?:さん|様)|顧客|ゆーざー?|利用者|消費者|購入者|会員|取引先|くらいあんと/g, '顧客'],
  [/辞め|やめ|止め|離れ|離脱|去っ|去る|いなくな|退会|解約/g, '解約'],
  [/買っ|買う|買い|買わ|買え|購入|購買/g, '購入'],
  [/使っ|使う|使い|使わ|使え|利用|活用/g, '利用'],
  [/続け|続い|続く|継続|残っ|残る/g, '継続'],
  [/儲か|もうか|稼げ|稼ぐ|利益|収益/g, '利益'],
  [/電話|こーる/g, '電話'],
  [/聞い|聞く|聞け|聞き|尋ね|たずね|質問/g, '質問'],
  [/答え|返事|返信|回答|応答/g, '返答'],
  [/友達|友人|知人|知り合い/g, '友人'],
  [/薦め|勧め|すすめ|推薦|推奨/g, '推奨'],
  [/同僚|上司|社員|従業員|部下|すたっふ/g, '社員'],
  [/会社|企業|他社|自社/g, '会社'],
  [/不満|くれーむ|苦情|怒っ|怒り/g, '不満'],
  [/面倒|手間|めんどう|煩わし/g, '面倒'],
  [/がっかり|期待外れ|失望|落胆/g, '失望'],
  [/図|絵|表し|描い|描く/g, '図'],
  [/お金|金額|料金|いくら|値段/g, '金額'],
  [/教え|説明|伝え/g, '説明'],
  [/あんけーと|調査|さーべい/g, '調査'],
];

const standIns = new Map(
  english.flatMap((group) => {
    const [first = '', ...others] = group.split(' ').map(englishStem);
    return others.map((word) => [word, first] as const);
  }),
);

/** The word that stands for an English word and those people use in its place. */
export function everydayEnglish(stem: string): string {
  return standIns.get(stem) ?? stem;
}

/** Japanese text with one word in place of those people use for the same thing. */
export function everydayJapanese(text: string): string {
  return japanese.reduce((told, [pattern, word]) => told.replace(pattern, word), text);
}
