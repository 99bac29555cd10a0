import type { CalculationDocument } from './document.ts';
import type { Entered } from './entered.ts';
import type { Calculator } from './model.ts';

export const calculationFormat = 'customer-atlas/calculation';
export const currentVersion = 1;

export interface Calculation {
  /** What it was saved as; may be empty. */
  readonly name: string;
  readonly entered: Entered;
}

/** A calculation as it is kept and written to files. */
export function documentOf(
  { name, entered }: Calculation,
  calculator: Calculator,
  schema?: string,
): CalculationDocument {
  return {
    ...(schema !== undefined && { $schema: schema }),
    format: calculationFormat,
    version: currentVersion,
    calculator: calculator.name,
    name,
    ...entered,
    // Their numbers only tell them apart while the page is open.
    scenarios: entered.scenarios.map(({ id: _, ...scenario }) => scenario),
  };
}
