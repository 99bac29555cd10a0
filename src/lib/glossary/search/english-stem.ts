import { englishSpelling } from './english-spelling.ts';

const endings = /(?:ations?|ments?|ings?|edly|ed|ers?|ly|e|y|i)$/;
const shortestStem = 4;

/** What different forms of an English word have in common: churning and churned are both churn. */
export function englishStem(word: string): string {
  const singular = englishSpelling(word);
  const stem = singular.replace(endings, '');
  return stem.length < shortestStem ? singular : stem.replace(/(.)\1$/, '$1');
}
