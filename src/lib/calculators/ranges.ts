import { type QuantityName, unitOf } from '../metrics/quantities.ts';
import { normalQuantile } from '../metrics/statistics/normal-distribution.ts';
import { proportionInterval } from '../metrics/statistics/proportion-interval.ts';
import { distributionProblem, type InputDistribution } from '../metrics/uncertainty/input-distribution.ts';
import { swingRanges, type TriedRange } from '../metrics/uncertainty/tornado.ts';
import { parseNumber } from '../number/parse-number.ts';
import type { Unit } from '../number/units.ts';
import { type Failure, failure, type Result, success } from '../result.ts';
import type { Numbers } from './model.ts';

/**
 * What the reader knows of a number.
 * `fixed`: it is exactly as entered.
 * `range`: anything from low to high. `log-normal`: in eight of ten cases between low and high.
 * `counts`: a share seen in counts, events of a total.
 * `chance`: a number of people, as another sample like this one could have given it.
 */
export const rangeKinds = ['fixed', 'range', 'log-normal', 'counts', 'chance'] as const;
export type RangeKind = (typeof rangeKinds)[number];

export type RangeField = 'low' | 'high' | 'events' | 'total';

/** Plain data: it is kept and saved with the number it is about. */
export interface EnteredRange {
  readonly kind: RangeKind;
  /** What is typed into each field, those of other kinds too: choosing one and coming back loses nothing. */
  readonly texts: Readonly<Partial<Record<RangeField, string>>>;
}

export type EnteredRanges = Readonly<Partial<Record<QuantityName, EnteredRange>>>;

/** How a number is drawn: a value of the distribution, multiplied. */
export interface Drawn {
  readonly distribution: InputDistribution;
  /** 1, or the total that a drawn share is a share of. */
  readonly times: number;
}

/** The fields of each kind. */
export const fieldsOf: Readonly<Record<RangeKind, readonly RangeField[]>> = {
  fixed: [],
  range: ['low', 'high'],
  'log-normal': ['low', 'high'],
  counts: ['events', 'total'],
  chance: [],
};

/** Unit of a field: the ends of a range have that of their number, people are counted. */
export function fieldUnit(name: QuantityName, field: RangeField): Unit {
  return field === 'low' || field === 'high' ? unitOf(name) : 'count';
}

/** Numbers of people that chance brought about. Those asked, and those there at the start, are known. */
function isByChance(name: QuantityName): boolean {
  return /^(?:customersLost|promoters|passives|detractors|rating\d+)$/.test(name);
}

/** Shares of customers: they can be seen in counts. */
const sharesOfPeople: ReadonlySet<QuantityName> = new Set(['churn']);

/** The kinds that mean something for a number. */
export function kindsOf(name: QuantityName): readonly RangeKind[] {
  const unit = unitOf(name);
  return rangeKinds.filter((kind) => {
    if (kind === 'log-normal') return unit === 'money' || unit === 'count';
    if (kind === 'counts') return sharesOfPeople.has(name);
    return kind !== 'chance' || isByChance(name);
  });
}

type ReadFields = Readonly<Partial<Record<RangeField, number>>>;

/** The numbers in the fields, or the first field that has none. */
function readFields(name: QuantityName, { kind, texts }: EnteredRange): Result<ReadFields, string> {
  const values: Partial<Record<RangeField, number>> = {};
  for (const field of fieldsOf[kind]) {
    const parsed = parseNumber(texts[field] ?? '', fieldUnit(name, field));
    if (!parsed.ok) return failure('unread', field);
    values[field] = parsed.value;
  }
  return success(values);
}

/** The 90th percentile of a standard normal distribution: eight of ten cases lie within it on either side. */
const tenth = normalQuantile(0.9);

/**
 * How a number of people may turn out. Of customers lost, the share of those who could be lost. Of answers, each count
 * varies by its square root, as independent answers do; together they vary as shares of a sample do.
 */
function chanceOf(name: QuantityName, numbers: Numbers): Drawn {
  const count = numbers[name] ?? Number.NaN;
  const { customersAtStart } = numbers;
  if (name === 'customersLost' && customersAtStart !== undefined) {
    const distribution = { kind: 'beta', events: count, nonEvents: customersAtStart - count } as const;
    return { distribution, times: customersAtStart };
  }
  if (count === 0) return { distribution: { kind: 'fixed', value: 0 }, times: 1 };
  const spread = Math.exp(tenth / Math.sqrt(count));
  return { distribution: { kind: 'log-normal', low: count / spread, high: count * spread }, times: 1 };
}

function drawnFrom(name: QuantityName, kind: RangeKind, fields: ReadFields, numbers: Numbers): Drawn {
  const { low = Number.NaN, high = Number.NaN, events = Number.NaN, total = Number.NaN } = fields;
  switch (kind) {
    case 'fixed':
      return { distribution: { kind, value: numbers[name] ?? Number.NaN }, times: 1 };
    case 'range':
    case 'log-normal':
      return { distribution: { kind, low, high }, times: 1 };
    case 'counts':
      return { distribution: { kind: 'beta', events, nonEvents: total - events }, times: 1 };
    case 'chance':
      return chanceOf(name, numbers);
    default:
      return kind satisfies never;
  }
}

/** A problem of the distribution, under the field it was typed into. */
function typedField({ reason, field = '' }: Failure<string>): Failure<string> {
  const [, part = ''] = field.split('.');
  if (part === 'nonEvents') return failure(reason === 'negative-count' ? 'part-above-whole' : reason, 'events');
  return failure(reason, reason === 'no-trials' ? 'total' : part);
}

/**
 * How a number with a range is drawn, or what is wrong with the range: `unread` where a field holds no number, the
 * reasons of distributions otherwise. `field` is the field of the range.
 */
export function drawnOf(name: QuantityName, range: EnteredRange, numbers: Numbers): Result<Drawn, string> {
  const fields = readFields(name, range);
  if (!fields.ok) return fields;
  const drawn = drawnFrom(name, range.kind, fields.value, numbers);
  const problem = distributionProblem(name, drawn.distribution);
  return problem ? typedField(problem) : success(drawn);
}

/** The range of a number, if it has one of a kind that means something for it: a file may say anything. */
export function rangeOf(ranges: EnteredRanges, name: QuantityName): EnteredRange | undefined {
  const range = ranges[name];
  return range && kindsOf(name).includes(range.kind) ? range : undefined;
}

/** Whether what a model takes from its data is drawn too, as known from a sample only. */
export function hasUncertainData(model: string): boolean {
  return model === 'retention';
}

export type DrawnInputs = Readonly<Partial<Record<QuantityName, Drawn>>>;

/** How every number that is entered and not exact is drawn, or the first problem of a range. */
export function drawnInputs(ranges: EnteredRanges, numbers: Numbers): Result<DrawnInputs, string> {
  const inputs: Partial<Record<QuantityName, Drawn>> = {};
  for (const name of Object.keys(numbers) as QuantityName[]) {
    const range = rangeOf(ranges, name);
    if (!range || range.kind === 'fixed') continue;
    const drawn = drawnOf(name, range, numbers);
    if (!drawn.ok) return drawn;
    inputs[name] = drawn.value;
  }
  return success(inputs);
}

/** In how many cases a number lies between the ends of its range, where it has no hard ends. */
const usual = 0.8;

/** Between which values a number usually lies: the ends of its range, or those of eight cases in ten. */
export function endsOf({ distribution, times }: Drawn): TriedRange {
  switch (distribution.kind) {
    case 'fixed':
      return { low: distribution.value, high: distribution.value };
    case 'range':
    case 'log-normal':
      return { low: distribution.low, high: distribution.high };
    case 'beta': {
      const { events, nonEvents } = distribution;
      const interval = proportionInterval({ successes: events, trials: events + nonEvents, confidence: usual });
      if (!interval.ok) return { low: Number.NaN, high: Number.NaN };
      return { low: interval.value.lower * times, high: interval.value.upper * times };
    }
    case 'standard-normal':
      return { low: -tenth, high: tenth };
    default:
      return distribution satisfies never;
  }
}

/** Where no value beyond makes sense. */
const limits: Readonly<Partial<Record<QuantityName, TriedRange>>> = {
  expansion: { low: -0.5, high: 0.5 },
  horizonMonths: { low: 1, high: 1200 },
  months: { low: 1, high: 120 },
};

export function limitsOf(name: QuantityName): TriedRange {
  return limits[name] ?? { low: 0, high: unitOf(name) === 'ratio' ? 1 : Number.POSITIVE_INFINITY };
}

/** People and months come whole. */
export function isWhole(name: QuantityName): boolean {
  return unitOf(name) === 'count' || unitOf(name) === 'months';
}

function within({ low, high }: TriedRange, name: QuantityName): TriedRange {
  const limit = limitsOf(name);
  const ends = { low: Math.max(limit.low, low), high: Math.min(limit.high, high) };
  const written = (value: number) => (isWhole(name) ? Math.round(value) : Number(value.toPrecision(12)));
  return { low: written(ends.low), high: written(ends.high) };
}

/** How far each number is moved where nothing is known of how sure it is. */
export const swing = 0.2;

/** Every number a fifth lower and higher, as far as that makes a difference and sense. */
export function swungRanges(inputs: Numbers): Readonly<Partial<Record<QuantityName, TriedRange>>> {
  const swung = swingRanges({ inputs: inputs as Record<QuantityName, number>, swing });
  if (!swung.ok) return {};
  const ranges = (Object.entries(swung.value) as [QuantityName, TriedRange][])
    .map(([name, range]) => [name, within(range, name)] as const)
    .filter(([, { low, high }]) => low < high);
  return Object.fromEntries(ranges);
}

/** Values to each side of the present one in a what-if table. */
const reach = 3;
/** A step of a value, as a share of it. */
const stepShare = 0.1;

/** A round step of about the size that leads from end to end, or a tenth of the number. */
function stepOf(name: QuantityName, present: number, ends: TriedRange | undefined): number {
  const wanted = ends ? (ends.high - ends.low) / (2 * reach) : Math.abs(present) * stepShare;
  const step = Number(wanted.toPrecision(1));
  if (step > 0) return isWhole(name) ? Math.max(1, Math.round(step)) : step;
  return unitOf(name) === 'ratio' ? 0.01 : 1;
}

/**
 * Seven values around the present one, which is among them, the lowest first: at the edge of what makes sense, more of
 * them to the other side.
 */
export function valuesAround(name: QuantityName, present: number, ends?: TriedRange): number[] {
  const step = stepOf(name, present, ends);
  const { low, high } = limitsOf(name);
  const slack = 1e-9;
  const below = Math.min(2 * reach, Math.max(0, Math.floor((present - low) / step + slack)));
  const above = Math.min(2 * reach, Math.max(0, Math.floor((high - present) / step + slack)));
  const lower = Math.min(below, Math.max(reach, 2 * reach - above));
  const higher = Math.min(above, 2 * reach - lower);
  return Array.from({ length: lower + higher + 1 }, (_, index) =>
    index === lower ? present : Number((present + (index - lower) * step).toPrecision(12)),
  );
}
