/** Endings of one spelling and those that stand for both: those this glossary writes, so that mistakes stay small. */
const spellings: readonly (readonly [one: RegExp, both: string])[] = [
  [/(?<=^practi)s(?=e$|ed$|ing$)/, 'c'],
  [/is(?=(?:e|ed|er|ing|ation)$)/, 'iz'],
  [/ys(?=(?:e|ed|er|ing)$)/, 'yz'],
  [/(?<=behavi|col|endeav|fav|flav|hon|hum|lab|neighb|rum)our/g, 'or'],
  [/tre$/, 'ter'],
  [/(?<=(?:dial|catal|anal|monol|prol|epil)og)$/, 'ue'],
  [/(?<=program)me$/, ''],
  [/(?<=def|off|pret|lic)ence$/, 'ense'],
  [/ll+(?=(?:ed|ing|er|ation|ment)$)/, 'l'],
  [/(?<=judg|acknowledg)ement$/, 'ment'],
];

/** A singular for every plural; words that merely end in s lose it too, on both sides of a comparison. */
function singular(word: string): string {
  // "Basis" is no plural, "KPIs" is one; seconds of time are not the second of anything.
  if (word.length < 4 || word === 'seconds' || /(?:ss|us|.{3}is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.replace(/(?:(?<=ch|sh|x|ss|z)e)?s$/, '');
}

/** An English word without plural and in one spelling for both shores; a word of another script as it is. */
export function englishSpelling(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  return spellings.reduce((spelled, [one, both]) => spelled.replace(one, both), singular(word));
}
