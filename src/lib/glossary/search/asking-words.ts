/** What a question asks about its subject. In this order words are read: "calculator" is no calculation. */
export const intents = [
  'comparison',
  'tool',
  'calculation',
  'benchmark',
  'origin',
  'reason',
  'example',
  'mistakes',
  'evidence',
  'practice',
  'meaning',
] as const;
export type Intent = (typeof intents)[number];

/** The words by which people ask, as patterns. Many Japanese queries are half English: both are always read. */
const words: Readonly<Record<Intent, { readonly en: string; readonly ja: string }>> = {
  comparison: {
    en: 'differences?|differs?|different|vs|versus|compar(?:e|es|ed|ing|ison)|same as|distinguish|which|better',
    ja: '(?:どう|何が|なにが|どこが)?(?:違|ちが)(?:い|う)(?:の|ん)?|の差|使い分け|比較|区別|どっち|どちら|同じ(?:意味)?|別物|対比',
  },
  tool: {
    en: 'calculators?|simulators?|simulations?|tools?|templates?|export(?:s|ed|ing)?|download(?:s|able)?|excel|powerpoint|csv',
    ja: '計算機|計算(?:ツール|シート|サイト)|自動計算|計算したい|シミュレー(?:ション|ター|タ)|(?:作成|無料)ツール|電卓|テンプレート|テンプレ|ひな形|雛形|記入例|出力|ダウンロード|エクセル|パワーポイント|パワポ|スプレッドシート',
  },
  calculation: {
    en: 'calculat(?:e|es|ed|ing|ion|ions)|comput(?:e|es|ed|ing|ation)|formulas?|equations?|work(?:ed|ing)? out|measur(?:e|es|ed|ing|ement)|convert',
    ja: '計算(?:方法|式|の仕方|例)?|求め方|出し方|算出(?:方法)?|公式|数式|測り方|測定(?:方法)?|計測(?:方法)?',
  },
  benchmark: {
    en: 'benchmarks?|average|typical|normal|good|bad|healthy|acceptable|target|standard|percent(?:age)?|industry',
    ja: '目安|業界平均|平均|相場|基準|ベンチマーク|目標値?|理想|何(?:パーセント|%|割|点|社|人|分|時間|日|[ヶかカケ]月|年|回|件|倍)(?:以上|以内|以下|くらい|ぐらい)?|どのくらい|どれくらい|いくつ',
  },
  origin: {
    en: 'who (?:invented|coined|created|came up with|proposed|started|wrote)|invented|coined|origins?|originated?|history|came from|come from|etymology',
    ja: '由来|起源|語源|歴史|発祥|提唱(?:者|した)?|考案(?:者|した)?|(?:誰|だれ)が(?:考えた|作った|言い出した|始めた)?の?|いつから|始まった',
  },
  reason: {
    en: 'why|important|importance|matters?|benefits?|advantages?|purpose',
    ja: 'なぜ|どうして|重要性|必要性|メリット|目的|効果|大切さ',
  },
  example: {
    en: 'examples?|samples?|case stud(?:y|ies)|instances?',
    ja: '具体例|事例|例文|例え|たとえ|実例|サンプル(?!サイズ)',
  },
  mistakes: {
    en: 'mistakes?|pitfalls?|wrong|problems?|limitations?|drawbacks?|criticisms?|disadvantages?|misunderstandings?',
    ja: '注意点|注意|失敗|間違い|誤り|誤解|落とし穴|デメリット|問題点|限界|欠点|批判',
  },
  evidence: {
    en: 'research|stud(?:y|ies)|evidence|papers?|proven|proof|true|really',
    ja: '研究|論文|根拠|エビデンス|証拠|出典|本当',
  },
  practice: {
    en: 'how (?:to|do|does|can|should)|improv(?:e|es|ed|ing|ement)|reduc(?:e|es|ed|ing|tion)|increas(?:e|es|ed|ing)|best practices?|tips?|steps?|build(?:ing)?|creat(?:e|es|ed|ing)|draw|manage|guide',
    ja: 'やり方|方法|進め方|作り方|つくり方|書き方|作成|コツ|改善(?:方法|策)?|手順|流れ|始め方|使い方|活用(?:方法|法)?|集め方|見つけ方|分け方|仕方|(?:下げ|上げ|高め|増や|減ら)(?:る|す)(?:には|方法)?',
  },
  meaning: {
    en: 'what(?:’s| is| are| does| do)?|mean(?:s|ing)?|defin(?:e|ition|itions)|explain(?:ed)?|stands? for|in simple (?:words|terms)|simply|exactly',
    ja: 'とは(?:何か?)?|って(?:何|なに|なん)(?:ですか|のこと|の略)?|(?:何|なに)の略|意味|定義|語義|何ですか|わかりやすく|簡単に|教えて',
  },
};

/** The words of each intent; a Japanese の before them belongs to them. */
export const askingWords = Object.fromEntries(
  intents.map((intent) => [intent, new RegExp(`\\b(?:${words[intent].en})\\b|の?(?:${words[intent].ja})`, 'g')]),
) as Readonly<Record<Intent, RegExp>>;

/** Words that carry nothing a page could hold. */
export const fillers =
  /\b(?:a|an|the|of|in|on|at|for|to|by|with|from|about|as|is|are|was|were|be|been|do|does|did|how|when|where|who|it|its|my|your|our|their|i|you|we|they|one|ones|some|any|that|this|these|those|there|if|so|just|please|should|would|could|can|will|than|then|us|me|much|many)\b|ですか|でしょうか|ますか|ました|ません|ください|について|とき|場合|というのは|って/g;
