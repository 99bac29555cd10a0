import type { Formula } from '../metrics/formula.ts';
import type { QuantityName } from '../metrics/quantities.ts';

/** How a formula is written on one line: what stands for its quantities and between them. */
export interface Notation {
  readonly quantity: (name: QuantityName) => string;
  readonly sum: string;
  readonly difference: string;
  readonly product: string;
  readonly quotient: string;
  readonly power: string;
  readonly logarithm: string;
}

/** How strongly a part holds together: brackets stand around one that holds less than its place asks for. */
const strengths = { sum: 1, difference: 1, product: 2, quotient: 2, power: 3, logarithm: 4, quantity: 4, number: 4 };
const strongest = 4;

/**
 * A formula on one line. Brackets keep the order of the tree, also where another would come to the same but for
 * rounding, and stand around every part of a power: spreadsheets and mathematics read −a^b differently.
 */
export function formulaText(formula: Formula, notation: Notation): string {
  const write = (part: Formula, strength: number): string => {
    const text = formulaText(part, notation);
    return strengths[part.kind] < strength ? `(${text})` : text;
  };
  switch (formula.kind) {
    case 'quantity':
      return notation.quantity(formula.name);
    case 'number':
      return formula.value < 0 ? `(${formula.value})` : String(formula.value);
    case 'logarithm':
      return `${notation.logarithm}(${formulaText(formula.argument, notation)})`;
    case 'product': {
      const [first, ...others] = formula.factors;
      if (!first) return '1';
      return [write(first, strengths.product), ...others.map((factor) => write(factor, strengths.product + 1))].join(
        notation.product,
      );
    }
    case 'power':
      return write(formula.left, strongest) + notation.power + write(formula.right, strongest);
    case 'sum':
    case 'difference':
    case 'quotient': {
      const own = strengths[formula.kind];
      return write(formula.left, own) + notation[formula.kind] + write(formula.right, own + 1);
    }
    default:
      return formula satisfies never;
  }
}

/** As people write it, with the names of the quantities. */
export function wordNotation(quantity: Notation['quantity']): Notation {
  return { quantity, sum: ' + ', difference: ' − ', product: ' × ', quotient: ' ÷ ', power: ' ^ ', logarithm: 'ln' };
}
