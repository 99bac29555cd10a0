import type { DataUsed } from '../../../lib/calculators/entered.ts';
import type { OrderData } from '../../../lib/calculators/orders/order-data.ts';
import type { RetentionData } from '../../../lib/calculators/retention/retention-data.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';

/** The table of survivors in use; before there is one, an empty one. */
export function retentionIn({ entered }: CalculatorState): RetentionData {
  const used = entered.data.retention?.value as RetentionData | undefined;
  return used ?? { survivors: '', monthsPerPeriod: 12 };
}

/** The orders in use, and where they come from. */
export function ordersIn({ entered }: CalculatorState): (DataUsed & { readonly value: OrderData }) | undefined {
  return entered.data.orders as (DataUsed & { readonly value: OrderData }) | undefined;
}
