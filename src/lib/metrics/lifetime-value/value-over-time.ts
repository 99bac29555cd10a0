import { carryOver, type DiscountedLifetimeValueInput } from './discounted-lifetime-value.ts';

export interface ValueAtMonth {
  /** Payments made so far: 1 on the day the contract starts. */
  readonly month: number;
  /** Expected margin of that payment, in today's money. */
  readonly margin: number;
  /** All margins so far. */
  readonly total: number;
}

/** How a customer's value builds up, month by month. `discount` and `expansion` of 0 give the simple model. */
export function valueOverTime(input: DiscountedLifetimeValueInput, months: number): ValueAtMonth[] {
  const q = carryOver(input);
  const rows: ValueAtMonth[] = [];
  let margin = input.arpa * input.grossMargin;
  let total = 0;
  for (let month = 1; month <= months; month += 1) {
    total += margin;
    rows.push({ month, margin, total });
    margin *= q;
  }
  return rows;
}
