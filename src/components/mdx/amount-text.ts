import { formatNumber, type NumberFormat } from '../../lib/number/format-number.ts';

/** Whole yen, or 万円 and 億円 to a hundredth. */
const yen = (value: number) =>
  new Intl.NumberFormat('ja-JP', {
    notation: 'compact',
    useGrouping: true,
    maximumFractionDigits: Math.abs(value) < 10_000 ? 0 : 2,
    signDisplay: 'negative',
  }).format(value);

/** An amount as the text around a picture writes it: Japanese has 8,000円 and 16万円, where a calculator has ¥160,000. */
export function amountText(value: number, format: NumberFormat): string {
  if (format.locale !== 'ja' || format.currency !== 'JPY') return formatNumber(value, 'money', format);
  return `${yen(value).replace('-', '−')}円`;
}
