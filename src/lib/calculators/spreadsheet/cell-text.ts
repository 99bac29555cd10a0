import { type Formula, quantitiesIn } from '../../metrics/formula.ts';
import { type QuantityName, unitOf } from '../../metrics/quantities.ts';
import { formulaText, type Notation } from '../formula-text.ts';
import type { AnyModel } from '../model.ts';
import type { CellFormula, Condition, Part, SpreadsheetModel } from './cell-formulas.ts';

const excel: Omit<Notation, 'quantity'> = {
  sum: '+',
  difference: '-',
  product: '*',
  quotient: '/',
  power: '^',
  logarithm: 'LN',
};

/** Scores stand in cells as points, as people say them. */
const points = 100;

/** A value as its cell holds it. */
export function inCell(name: QuantityName, value: number): number {
  return unitOf(name) === 'points' ? Number((value * points).toPrecision(12)) : value;
}

/** A text inside a formula or a number format. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Places of the quantities of one scenario: `B7`. */
export type Places = ReadonlyMap<QuantityName, string>;

export interface Column {
  readonly places: Places;
  readonly formulas: SpreadsheetModel;
  readonly none: string;
}

function partText(part: Part, notation: Notation): string {
  if (typeof part === 'object') return formulaText(part, notation);
  return typeof part === 'number' ? String(part) : notation.quantity(part);
}

function conditionText(condition: Condition, notation: Notation): string {
  if ('whole' in condition) {
    const cell = notation.quantity(condition.whole);
    return `INT(${cell})=${cell}`;
  }
  return partText(condition.left, notation) + condition.is + partText(condition.right, notation);
}

/** All numbers that must be there for a quantity: those the model must have, and optional ones it stands on. */
export function neededInputs({ formula }: CellFormula, model: AnyModel, formulas: SpreadsheetModel): QuantityName[] {
  const optional = (part: Formula): QuantityName[] =>
    quantitiesIn(part).flatMap((name) => {
      if (model.inputs.some((input) => input.name === name)) return [name];
      return formulas.cells.filter((cell) => cell.name === name).flatMap((cell) => optional(cell.formula));
    });
  const required = model.inputs.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  return [...new Set([...required, ...optional(formula)])];
}

/** The formula of a cell: empty while a number is missing, `none` where the quantity does not exist, else its value. */
export function cellText(
  cell: CellFormula,
  needed: readonly QuantityName[],
  { places, formulas, none }: Column,
): string {
  const quantity = (name: QuantityName): string => {
    const other = formulas.standsFor?.[name];
    if (typeof other === 'number') return String(other);
    if (typeof other === 'object') {
      return `${other.function}(${other.parts.map((part) => partText(part, notation)).join(',')})`;
    }
    const place = places.get(other ?? name);
    if (place === undefined) return quoted(name);
    return unitOf(name) === 'points' ? `(${place}/${points})` : place;
  };
  const notation: Notation = { ...excel, quantity };
  const all = (conditions: readonly Condition[]) =>
    `AND(${conditions.map((each) => conditionText(each, notation)).join(',')})`;
  const value = (cell.instead ?? []).reduceRight(
    (otherwise, { when, formula }) => `IF(${all(when)},${formulaText(formula, notation)},${otherwise})`,
    formulaText(cell.formula, notation),
  );
  const whole = cell.roundsUp ? `-INT(-(${value}))` : value;
  const shown = unitOf(cell.name) === 'points' ? `(${whole})*${points}` : whole;
  const valid = all([...formulas.valid, ...(cell.where ?? [])]);
  const existing = `IF(${valid},IFERROR(${shown},${quoted(none)}),${quoted(none)})`;
  return `IF(COUNT(${needed.map((name) => places.get(name)).join(',')})<${needed.length},"",${existing})`;
}
