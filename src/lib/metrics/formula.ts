import type { QuantityName } from './quantities.ts';

/**
 * A formula as a small tree: shown as MathML, in words and with numbers put in, and evaluated in tests against the
 * function it explains. Written once, beside that function.
 */
export type Formula =
  | { readonly kind: 'quantity'; readonly name: QuantityName }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'sum' | 'difference' | 'quotient' | 'power'; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'product'; readonly factors: readonly Formula[] }
  | { readonly kind: 'logarithm'; readonly argument: Formula };

/** A quantity may be written as its name, a constant as a plain number. */
type Part = Formula | QuantityName | number;

function part(value: Part): Formula {
  if (typeof value === 'string') return { kind: 'quantity', name: value };
  return typeof value === 'number' ? { kind: 'number', value } : value;
}

export const sum = (left: Part, right: Part): Formula => ({ kind: 'sum', left: part(left), right: part(right) });
export const difference = (left: Part, right: Part): Formula => ({
  kind: 'difference',
  left: part(left),
  right: part(right),
});
export const quotient = (left: Part, right: Part): Formula => ({
  kind: 'quotient',
  left: part(left),
  right: part(right),
});
export const power = (left: Part, right: Part): Formula => ({ kind: 'power', left: part(left), right: part(right) });
export const product = (...factors: Part[]): Formula => ({ kind: 'product', factors: factors.map(part) });
export const logarithm = (argument: Part): Formula => ({ kind: 'logarithm', argument: part(argument) });

export type Values = Readonly<Partial<Record<QuantityName, number>>>;

/** The value of a formula. Throws `RangeError` when a quantity it names has no value. */
export function evaluate(formula: Formula, values: Values): number {
  switch (formula.kind) {
    case 'quantity': {
      const value = values[formula.name];
      if (value === undefined) throw new RangeError(`The formula needs a value for "${formula.name}".`);
      return value;
    }
    case 'number':
      return formula.value;
    case 'sum':
      return evaluate(formula.left, values) + evaluate(formula.right, values);
    case 'difference':
      return evaluate(formula.left, values) - evaluate(formula.right, values);
    case 'quotient':
      return evaluate(formula.left, values) / evaluate(formula.right, values);
    case 'power':
      return evaluate(formula.left, values) ** evaluate(formula.right, values);
    case 'product':
      return formula.factors.reduce((total, factor) => total * evaluate(factor, values), 1);
    case 'logarithm':
      return Math.log(evaluate(formula.argument, values));
    default:
      return formula satisfies never;
  }
}

/** The quantities a formula names, each once, in the order they are read. */
export function quantitiesIn(formula: Formula): QuantityName[] {
  const names = new Set<QuantityName>();
  const visit = (node: Formula): void => {
    if (node.kind === 'quantity') names.add(node.name);
    else if (node.kind === 'product') node.factors.forEach(visit);
    else if (node.kind === 'logarithm') visit(node.argument);
    else if (node.kind !== 'number') [node.left, node.right].forEach(visit);
  };
  visit(formula);
  return [...names];
}

/** One line of a calculation: the quantity on the left of the equals sign and the formula on its right. */
export interface Step {
  readonly name: QuantityName;
  readonly formula: Formula;
}

/** The values of a calculation: the inputs and, step by step, everything worked out from them. */
export function workOut(steps: readonly Step[], inputs: Values): Values {
  const values: Partial<Record<QuantityName, number>> = { ...inputs };
  for (const { name, formula } of steps) values[name] = evaluate(formula, values);
  return values;
}
