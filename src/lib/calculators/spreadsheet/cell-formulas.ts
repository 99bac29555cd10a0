import { difference, type Formula, power, product, quotient, sum } from '../../metrics/formula.ts';
import type { QuantityName } from '../../metrics/quantities.ts';
import { intervalFactor } from '../../metrics/statistics/normal-distribution.ts';

/** A quantity may be written as its name, a constant as a plain number. */
export type Part = Formula | QuantityName | number;

/** A comparison of two formulas, or a number that must be whole. */
export type Condition =
  | { readonly left: Part; readonly is: '<' | '<=' | '=' | '>' | '>='; readonly right: Part }
  | { readonly whole: QuantityName };

/** A cell that works out one quantity. */
export interface CellFormula {
  readonly name: QuantityName;
  readonly formula: Formula;
  /** When the quantity exists; beyond the conditions of the whole model. */
  readonly where?: readonly Condition[];
  /** The first of these whose conditions hold takes the place of the formula. */
  readonly instead?: readonly { readonly when: readonly Condition[]; readonly formula: Formula }[];
  /** Whether it is the next whole number that counts. */
  readonly roundsUp?: boolean;
}

/** A model as formulas of a spreadsheet, which recompute when a number is changed there. */
export interface SpreadsheetModel {
  /** When there is any answer at all. */
  readonly valid: readonly Condition[];
  /** In the order they are worked out; what is no result is a step on the way. */
  readonly cells: readonly CellFormula[];
  /** Quantities of the formulas that stand under another name here, have a fixed value, or come from a function. */
  readonly standsFor?: Readonly<Partial<Record<QuantityName, QuantityName | number | SpreadsheetFunction>>>;
}

/** What every spreadsheet program can work out and no formula of ours says. */
export interface SpreadsheetFunction {
  readonly function: 'TINV';
  readonly parts: readonly Part[];
}

const quantity = (name: QuantityName): Formula => ({ kind: 'quantity', name });
export const constant = (value: number): Formula => ({ kind: 'number', value });
export const squareRoot = (part: Part) => power(part, quotient(1, 2));
export const total = (names: readonly QuantityName[]): Formula =>
  names.slice(1).reduce<Formula>((all, name) => sum(all, name), quantity(names[0] as QuantityName));

export const atLeast = (left: Part, right: Part): Condition => ({ left, is: '>=', right });
export const atMost = (left: Part, right: Part): Condition => ({ left, is: '<=', right });
export const above = (left: Part, right: Part): Condition => ({ left, is: '>', right });
export const below = (left: Part, right: Part): Condition => ({ left, is: '<', right });
export const notNegative = (names: readonly QuantityName[]) => names.map((name) => atLeast(name, 0));

/** A formula kept within limits. */
export function between(name: QuantityName, formula: Formula, lowest: number, highest: number): CellFormula {
  return {
    name,
    formula,
    instead: [
      { when: [below(formula, lowest)], formula: constant(lowest) },
      { when: [above(formula, highest)], formula: constant(highest) },
    ],
  };
}

/** Where a difference comes this near to nothing, what is divided by it has lost its digits: the limit is better. */
export const nearlyNothing = 1e-9;

const confidence = 0.95;

/** The factor of all intervals but those of means: 95 %. */
export const factor = intervalFactor(confidence);

/** The factor of a mean, as `studentFactor` works it out. */
export function meanFactor(degreesOfFreedom: Part): SpreadsheetFunction {
  return { function: 'TINV', parts: [Number((1 - confidence).toPrecision(12)), degreesOfFreedom] };
}

/** Wilson's interval of a share, as `proportionInterval` works it out. */
export function shareInterval(names: readonly [lower: QuantityName, upper: QuantityName], part: Part, whole: Part) {
  const reach = sum(
    factor ** 2 / 2,
    product(factor, squareRoot(sum(factor ** 2 / 4, quotient(product(part, difference(whole, part)), whole)))),
  );
  return [
    { name: names[0], formula: quotient(quotient(product(part, part), whole), sum(part, reach)) },
    { name: names[1], formula: quotient(sum(part, reach), sum(whole, factor ** 2)) },
  ];
}
