import type { QuantityName } from '../metrics/quantities.ts';
import type { Unit } from '../number/units.ts';
import type { Answer, Numbers } from './model.ts';

export type WarningKind =
  | 'revenue-not-margin'
  | 'churn-looks-yearly'
  | 'long-lifetime'
  | 'small-sample'
  | 'average-of-rates'
  | 'period-not-month'
  | 'survivors-only'
  | 'leavers-only'
  | 'leavers-missing'
  | 'difference-in-noise'
  | 'few-answers'
  | 'low-response'
  | 'scale-without-zero'
  | 'one-sided-shares'
  | 'beyond-reach';

/** Slugs of the terms that warnings lead to. */
export const warningTerms = [
  'churn-rate',
  'customer-lifetime-value',
  'gross-margin',
  'net-promoter-score',
  'customer-satisfaction',
] as const;

/** Something about a calculation that is easily misread. */
export interface Warning {
  readonly kind: WarningKind;
  /** Slug of the term that explains it. */
  readonly term: (typeof warningTerms)[number];
  /** Numbers of its sentence. */
  readonly numbers: Readonly<Record<string, { readonly value: number; readonly unit: Unit }>>;
}

/** A scenario as far as it has an answer. */
export interface Answered {
  readonly numbers: Numbers;
  readonly answer: Answer;
}

export function warning(kind: WarningKind, term: Warning['term'], numbers: Warning['numbers'] = {}): Warning {
  return { kind, term, numbers };
}

export const ratio = (value: number) => ({ value, unit: 'ratio' as const });
export const count = (value: number) => ({ value, unit: 'count' as const });
const months = (value: number) => ({ value, unit: 'months' as const });

export function resultOf({ answer }: Answered, name: QuantityName): number | undefined {
  const result = answer.results[name];
  return result?.ok ? result.value : undefined;
}

/** Each kind once, however many scenarios show it. */
export function once(warnings: readonly (Warning | undefined)[]): Warning[] {
  const kinds = new Map(warnings.flatMap((found) => (found ? [[found.kind, found] as const] : [])));
  return [...kinds.values()];
}

/** From here on a churn per month is more often a churn per year in the wrong field. */
const yearlyLooking = 0.15;
/** Ten years: longer than most companies have watched customers. */
const longLifetime = 120;

export function lifetimeValueWarnings(scenarios: readonly Answered[]): Warning[] {
  return once(
    scenarios.flatMap((scenario) => {
      const { churn, grossMargin } = scenario.numbers;
      const lifetime = resultOf(scenario, 'expectedLifetime');
      return [
        grossMargin === 1 ? warning('revenue-not-margin', 'gross-margin') : undefined,
        churn !== undefined && churn >= yearlyLooking
          ? warning('churn-looks-yearly', 'churn-rate', {
              churn: ratio(churn),
              annual: ratio(1 - (1 - churn) ** 12),
              monthly: ratio(1 - (1 - churn) ** (1 / 12)),
            })
          : undefined,
        lifetime !== undefined && lifetime > longLifetime
          ? warning('long-lifetime', 'customer-lifetime-value', { lifetime: months(lifetime) })
          : undefined,
      ];
    }),
  );
}

/** With fewer lost, one more or less changes the rate by a fifth and more. */
const fewLost = 5;

function pooledChurn(scenarios: readonly Answered[]): Warning | undefined {
  const known = scenarios.flatMap(({ numbers: { customersAtStart, customersLost, months: length } }) =>
    customersAtStart !== undefined && customersLost !== undefined ? [{ customersAtStart, customersLost, length }] : [],
  );
  const sizes = new Set(known.map(({ customersAtStart }) => customersAtStart));
  const lengths = new Set(known.map(({ length }) => length));
  if (known.length < 2 || sizes.size < 2 || lengths.size > 1) return undefined;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const pooled =
    sum(known.map(({ customersLost }) => customersLost)) / sum(known.map(({ customersAtStart }) => customersAtStart));
  const average = sum(known.map((each) => each.customersLost / each.customersAtStart)) / known.length;
  if (Math.abs(pooled - average) < 0.0005) return undefined;
  return warning('average-of-rates', 'churn-rate', { pooled: ratio(pooled), average: ratio(average) });
}

export function churnWarnings(scenarios: readonly Answered[]): Warning[] {
  return once([
    ...scenarios.flatMap(({ numbers: { customersLost, customersAtStart, months: length } }) => [
      customersLost !== undefined && customersAtStart !== undefined && customersLost < fewLost
        ? warning('small-sample', 'churn-rate', { lost: count(customersLost) })
        : undefined,
      length !== undefined && length !== 1
        ? warning('period-not-month', 'churn-rate', { months: months(length) })
        : undefined,
    ]),
    pooledChurn(scenarios),
  ]);
}
