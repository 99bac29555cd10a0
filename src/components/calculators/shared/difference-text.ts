import { differenceFrom } from '../../../lib/calculators/difference.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Translate } from './messages.ts';

/** How a number differs from that of the first scenario, in words. */
export function differenceText(name: QuantityName, first: number, value: number, currency: string, t: Translate) {
  const unit = unitOf(name);
  const format = { locale: t.locale, currency };
  const { change, share } = differenceFrom(first, value, unit);
  const shown = formatNumber(Math.abs(change), unit, format);
  if (shown === formatNumber(0, unit, format)) return t('calc.same');
  const sign = change > 0 ? '+' : '−';
  const points =
    unit === 'ratio' ? t('calc.points', { points: formatNumber(Math.abs(change) * 100, 'count', format) }) : undefined;
  const amount = sign + (points ?? shown.replace('+', ''));
  if (share === undefined) return amount;
  return t('calc.difference', { amount, share: sign + formatNumber(Math.abs(share), 'ratio', format) });
}
