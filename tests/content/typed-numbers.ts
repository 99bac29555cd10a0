/** A number that somebody typed, as a value: 5% is 0.05, 1万4,000円 is 14000. */
export interface TypedNumber {
  readonly text: string;
  readonly value: number;
  /** What it may be off by rounding: half a unit of the last figure typed. */
  readonly rounding: number;
}

/** 5%, 2 points, 3割, 2倍, "12 times the …", and whatever else has decimals. */
const rate =
  /(?<![\d.,$])(\d+(?:,\d{3})*(?:\.\d+)?)(\s?%|[ -]points?\b|ポイント|割(?!引)|倍|\stimes(?= (?:the|a|as|more|higher)\b)|)/g;
const scales: Readonly<Record<string, number>> = { 割: 0.1, 倍: 1, times: 1, '': 1 };
/** $1,200, 600円, 3万円, 1万4,000円, 2億円. */
const amount = /\$\d+(?:,\d{3})*(?:\.\d+)?|\d[\d,.]*(?:億[\d,.]*)?(?:万[\d,.]*)?円/g;
const places: Readonly<Record<string, number>> = { 億: 1e8, 万: 1e4 };
const figure = (text: string) => Number(text.replaceAll(',', ''));

/** The percentages, points, multiples, decimals and amounts of money of a text; counts of things are none of these. */
export function typedNumbers(text: string): TypedNumber[] {
  const amounts = [...text.matchAll(amount)].map(([whole]) => {
    const parts = [...whole.matchAll(/(\d[\d,]*(?:\.\d+)?)([億万]?)/g)];
    const value = parts.reduce((sum, [, number = '', place = '']) => sum + figure(number) * (places[place] ?? 1), 0);
    return { text: whole, value, rounding: 0 };
  });
  const rates = [...text.replace(amount, '').matchAll(rate)]
    .filter(([, number = '', unit = '']) => unit !== '' || number.includes('.'))
    .map(([whole, number = '', unit = '']) => {
      const scale = scales[unit.trim()] ?? 0.01;
      const decimals = number.split('.')[1]?.length ?? 0;
      return { text: whole, value: figure(number) * scale, rounding: (scale / 10 ** decimals) * 0.5 };
    });
  return [...rates, ...amounts];
}

/** Whether a typed number is this value, as far as it was written out. Money is never rounded. */
export function isTyped({ value, rounding }: TypedNumber, actual: number): boolean {
  return Math.abs(value - actual) <= rounding + 1e-9;
}

/** The numbers put into the components and calculators of a page. */
export function inputsOf(source: string): number[] {
  const tags = source.match(/<[A-Z][^>]*\/>|\(calculator:[^)]*\)/g) ?? [];
  return tags
    .flatMap((tag) => tag.replace(/digits=\{\d\}/, '').match(/(?<=[=:[{,] ?)\d+(?:\.\d+)?/g) ?? [])
    .map(Number);
}

/** The counts of a text, such as 12 of "12 customers": whole numbers above 1 without a sign or a unit of their own. */
export function countsIn(text: string): number[] {
  return [...text.matchAll(/(?<![\d.,$+−])\d+(?:,\d{3})*(?![\d.,]*(?:\d|\s?%|[万億円倍割ポ]))/g)]
    .map(([whole]) => figure(whole))
    .filter((count) => count > 1);
}

/** Whether a percentage is what two counts in the same text give, so that it should be computed from them. */
export function isQuotient(number: TypedNumber, text: string): boolean {
  if (!number.text.endsWith('%')) return false;
  const counts = countsIn(text);
  return counts.some((part) =>
    counts.some((whole) => part < whole && [part / whole, 1 - part / whole].some((share) => isTyped(number, share))),
  );
}
