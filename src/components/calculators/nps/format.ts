import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Translate } from './messages.ts';

/** Below this a p-value is only said to be smaller. */
const smallestSaid = 0.001;

/** Numbers of surveys as the reader's language writes them. */
export function surveyFormat(t: Translate) {
  const format = { locale: t.locale, currency: '' };
  return {
    count: (value: number) => formatNumber(value, 'count', format),
    /** A score from −1 to 1, or a difference of shares, in points and with its sign. */
    points: (value: number) => formatNumber(value, 'points', format),
    share: (value: number) => formatNumber(value, 'ratio', format),
    wholeShare: (value: number) => formatNumber(value, 'ratio', { ...format, digits: 0 }),
    mean: (value: number) => formatNumber(value, 'count', { ...format, digits: 2 }),
    /** How often chance alone would show as much, as a percentage. */
    chance: (pValue: number) => {
      const text = formatNumber(Math.max(pValue, smallestSaid), 'ratio', { ...format, digits: pValue < 0.1 ? 1 : 0 });
      return pValue < smallestSaid ? t('calc.lessThan', { value: text }) : text;
    },
  };
}
