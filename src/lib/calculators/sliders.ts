import { type QuantityName, unitOf } from '../metrics/quantities.ts';
import type { Calculator } from './model.ts';

/** The stretch of values a slider covers. Fields take any number; a slider stops at its ends. */
export interface SliderRange {
  readonly lowest: number;
  readonly highest: number;
  /** Amounts and counts are a matter of proportion: each part of the way multiplies by the same. */
  readonly scale: 'even' | 'logarithmic';
}

const even = (lowest: number, highest: number): SliderRange => ({ lowest, highest, scale: 'even' });

const ranges: Readonly<Partial<Record<QuantityName, SliderRange>>> = {
  grossMargin: even(0, 1),
  churn: even(0, 0.3),
  expansion: even(-0.05, 0.05),
  annualDiscountRate: even(0, 0.4),
  horizonMonths: even(1, 120),
  months: even(1, 12),
  promoterShare: even(0, 1),
  detractorShare: even(0, 1),
  responseRate: even(0, 1),
  npsMargin: even(0.02, 0.3),
  npsChange: even(0, 0.5),
};

/** How many times more and less than the example a slider reaches. */
const reach = 30;

/** The slider of a number, if it has one: what has no example has no scale to slide on. */
export function sliderOf(calculator: Calculator, name: QuantityName, currency: string): SliderRange | undefined {
  const range = ranges[name];
  if (range) return range;
  const example = calculator.example(currency)[name];
  const isAmount = unitOf(name) === 'money' || unitOf(name) === 'count';
  if (!isAmount || !example || name.startsWith('rating')) return undefined;
  return { lowest: example / reach, highest: example * reach, scale: 'logarithmic' };
}

/** Where on the slider a value stands, from 0 to 1; beyond an end, at the end. */
export function placeOf(value: number, { lowest, highest, scale }: SliderRange): number {
  const measure = scale === 'even' ? (x: number) => x : (x: number) => Math.log(Math.max(x, lowest));
  const place = (measure(value) - measure(lowest)) / (measure(highest) - measure(lowest));
  return Math.min(1, Math.max(0, place));
}

/** The value at a place of the slider. Logarithmic ones to two digits: nobody slides to 1,037. */
export function valueAt(place: number, { lowest, highest, scale }: SliderRange, step: number): number {
  if (scale === 'logarithmic') return Number((lowest * (highest / lowest) ** place).toPrecision(2));
  return Number((Math.round((lowest + place * (highest - lowest)) / step) * step).toPrecision(12));
}
