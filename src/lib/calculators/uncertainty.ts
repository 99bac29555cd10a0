import type { CalculatorName } from '../i18n/routes.ts';
import { type QuantityName, unitOf } from '../metrics/quantities.ts';
import type { MeasureFunction } from '../metrics/uncertainty/measure-function.ts';
import { type Simulation, simulate } from '../metrics/uncertainty/simulation.ts';
import { type Tornado, type TriedRange, tornado } from '../metrics/uncertainty/tornado.ts';
import { type VariedInput, whatIfTable } from '../metrics/uncertainty/what-if-table.ts';
import { breakEven } from '../metrics/unit-economics/break-even.ts';
import { failure, type Result, success } from '../result.ts';
import { calculators } from './calculators.ts';
import { modelNamed, type Numbers, type UncertainData } from './model.ts';
import { type Drawn, type DrawnInputs, hasUncertainData, isWhole, limitsOf } from './ranges.ts';
import type { RetentionData } from './retention/retention-data.ts';
import { uncertainRetention } from './retention/uncertain-retention.ts';

/** One result of one scenario, in words that travel to a worker: functions cannot. */
export interface Asked {
  readonly calculator: CalculatorName;
  readonly model: string;
  readonly data: unknown;
  readonly result: QuantityName;
  /** Every number entered. */
  readonly inputs: Numbers;
}

type Measure = MeasureFunction<string, string>;
type Inputs = Readonly<Record<string, number>>;

/** What is asked about, as a function of the numbers and of data, those given if no others are. */
function measureOf({ calculator, model: name, data: given, result }: Asked) {
  const model = modelNamed(calculators[calculator], name);
  return (inputs: Numbers, data: unknown = given): Result<number, string> => {
    if (!model) return failure('not-a-number');
    const { horizonMonths } = inputs;
    // A horizon is drawn and tried like any number, but payments come whole.
    const whole = horizonMonths === undefined ? inputs : { ...inputs, horizonMonths: Math.round(horizonMonths) };
    const answer = model.compute(whole, data);
    if (!answer.ok) return answer;
    return answer.value.results[result] ?? failure('not-a-number', result);
  };
}

export interface SimulationAsked extends Asked {
  /** How the numbers with a range are drawn; the others are exact. */
  readonly drawn: DrawnInputs;
  readonly draws: number;
  readonly seed: number;
  readonly target?: number | undefined;
}

/** How the data are drawn. Apart from the models, which pages load without it. */
function uncertainDataOf({ model, data }: Asked): Result<UncertainData<unknown>, string> {
  return hasUncertainData(model)
    ? uncertainRetention(data as RetentionData)
    : success({ distributions: [], dataAt: () => data });
}

/** Monte Carlo simulation of one result, over the numbers that have a range and data known from a sample only. */
export function simulateResult(asked: SimulationAsked): Result<Simulation, string> {
  const { inputs, drawn, draws, seed, target } = asked;
  const uncertain = uncertainDataOf(asked);
  if (!uncertain.ok) return uncertain;
  const { distributions, dataAt } = uncertain.value;
  const measure = measureOf(asked);
  const shares = (Object.entries(drawn) as [QuantityName, Drawn][]).filter(([, { times }]) => times !== 1);
  const exact = Object.entries(inputs).map(([name, value]) => [name, { kind: 'fixed', value }] as const);
  const ranged = Object.entries(drawn).map(([name, { distribution }]) => [name, distribution] as const);
  const ofData = distributions.map((distribution, index) => [`data.${index}`, distribution] as const);
  return simulate({
    measure: (values) => {
      const data = dataAt(ofData.map(([name]) => values[name] ?? Number.NaN));
      if (shares.length === 0) return measure(values, data);
      const scaled = { ...values };
      for (const [name, { times }] of shares) scaled[name] = (values[name] ?? Number.NaN) * times;
      return measure(scaled, data);
    },
    inputs: Object.fromEntries([...exact, ...ranged, ...ofData]),
    draws,
    seed,
    ...(target !== undefined && { target }),
  });
}

export interface TornadoAsked extends Asked {
  readonly ranges: Readonly<Partial<Record<QuantityName, TriedRange>>>;
}

/** Which number moves the result most. */
export function tornadoOf(asked: TornadoAsked): Result<Tornado<string, string>, string> {
  return tornado({ measure: measureOf(asked), inputs: asked.inputs as Inputs, ranges: asked.ranges });
}

export interface WhatIfAsked extends Asked {
  readonly rows: VariedInput<QuantityName>;
  readonly columns: VariedInput<QuantityName>;
}

/** The result for every pair of values of two numbers; undefined where there is none. */
export function whatIf(asked: WhatIfAsked): Result<readonly (readonly (number | undefined)[])[], 'same-input'> {
  const { inputs, rows, columns } = asked;
  const table = whatIfTable({ measure: measureOf(asked), inputs: inputs as Inputs, rows, columns });
  if (!table.ok) return table;
  return success(table.value.map((row) => row.map((cell) => (cell.ok ? cell.value : undefined))));
}

/** Between whole values the straight line, so that a solver can find its way. */
function betweenWholes(measure: Measure, name: QuantityName): Measure {
  return (inputs) => {
    const value = inputs[name] ?? Number.NaN;
    const low = measure({ ...inputs, [name]: Math.floor(value) });
    const share = value - Math.floor(value);
    if (!low.ok || share === 0) return low;
    const high = measure({ ...inputs, [name]: Math.floor(value) + 1 });
    return high.ok ? success(low.value * (1 - share) + high.value * share) : high;
  };
}

/** Digits of a value that is to be entered: nobody plans for a churn of 4.2105263 %. */
const digits = { ratio: 3, other: 4 } as const;

/** Of the two round values beside one, that at which the result has reached the target. */
function roundBeside(measure: Measure, { inputs, solveFor, target, isLessBetter }: BreakEvenAsked, value: number) {
  const kept = unitOf(solveFor) === 'ratio' ? digits.ratio : digits.other;
  const step = isWhole(solveFor) ? 1 : 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - kept + 1);
  const beside = [Math.floor(value / step), Math.ceil(value / step)].map((steps) =>
    Number((steps * step).toPrecision(12)),
  );
  return beside.find((round) => {
    const result = measure({ ...(inputs as Inputs), [solveFor]: round });
    return result.ok && (isLessBetter ? result.value <= target : result.value >= target);
  });
}

export interface BreakEvenAsked extends Asked {
  readonly solveFor: QuantityName;
  readonly target: number;
  /** Whether a lower result is the better one: on which side of the target a round value is to lead. */
  readonly isLessBetter: boolean;
}

/** How many times the largest number of its kind is searched, first nearby, then far. */
const reaches = [3, 100] as const;

/** A smaller share is written as nothing. */
const smallestShare = 1e-4;

/** Where a number without limits is looked for: from nothing to a multiple of what is entered. */
function searched(name: QuantityName, inputs: Numbers): TriedRange[] {
  const limits = limitsOf(name);
  const low = unitOf(name) === 'ratio' && limits.low === 0 ? smallestShare : limits.low;
  if (limits.high < Number.POSITIVE_INFINITY) return [{ low, high: limits.high }];
  const largest = Math.max(1, Math.abs(inputs[name] ?? 0), isWhole(name) ? (inputs.customersAtStart ?? 0) : 0);
  return reaches.map((times) => ({ low, high: largest * times }));
}

/** The round value of one number at which the result has just reached the target, others staying as they are. */
export function breakEvenOf(asked: BreakEvenAsked): Result<number, string> {
  const { inputs, solveFor, target } = asked;
  const exact = measureOf(asked);
  const measure = isWhole(solveFor) ? betweenWholes(exact, solveFor) : exact;
  let found: Result<number, string> = failure('never-reached', 'target');
  for (const { low, high } of searched(solveFor, inputs)) {
    found = breakEven({ measure, inputs: inputs as Inputs, solveFor, target, from: low, to: high });
    if (found.ok) break;
  }
  if (!found.ok) return found;
  const round = roundBeside(exact, asked, found.value);
  if (round !== undefined) return success(round);
  return isWhole(solveFor) ? failure('target-jumped-over', 'target') : found;
}
