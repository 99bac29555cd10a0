import type { BetaGeometricNbd } from '../../metrics/lifetime-value/beta-geometric-nbd.ts';
import type { GammaGamma } from '../../metrics/lifetime-value/gamma-gamma.ts';
import type { OrderHistory } from '../../metrics/lifetime-value/order-history.ts';

/** Why the amounts of orders teach nothing. */
export const spendProblems = [
  'no-order-amounts',
  'no-orders',
  'too-few-customers',
  'fit-at-edge',
  'did-not-converge',
  'no-mean-spend',
  'not-a-number',
  'negative-amount',
  'negative-count',
  'not-whole',
  'not-positive',
  'no-rows',
  'lengths-differ',
  'too-large',
] as const;
export type SpendProblem = (typeof spendProblems)[number];

/** What the amounts of orders taught. */
export interface OrderSpend {
  readonly model: GammaGamma;
  /** Expected spend per order of a new customer: the mean of all customers' own means. */
  readonly expected: number;
  /** Correlation of the number of repeat orders and their mean amount, which the model takes to be none. */
  readonly correlation?: number | undefined;
}

/** Customers with so many repeat orders, seen and as the model expects them. The last row holds all with more. */
export interface OrderFrequency {
  readonly repeatOrders: number;
  readonly observed: number;
  readonly expected: number;
}

/** Customers alike in their number of repeat orders. */
export interface OrderSegment {
  readonly fewest: number;
  /** Undefined: and more. */
  readonly most?: number | undefined;
  readonly customers: number;
  /** Mean chance to be still active. */
  readonly active: number;
  /** Mean spend expected per order; undefined when the table has no amounts. */
  readonly spend?: number | undefined;
  /** A few of them, from the least to the most likely to be active, each standing for as many. */
  readonly typical: readonly OrderHistory[];
}

/** What a list of orders comes to: small, whatever the size of the list. Times in weeks. */
export interface OrderData {
  readonly model: BetaGeometricNbd;
  readonly spend: OrderSpend | SpendProblem;
  readonly customers: number;
  /** How many of them, evenly taken, the models were fitted to. */
  readonly fitted: number;
  /** Customers who ordered again, and their repeat orders. */
  readonly repeatCustomers: number;
  readonly repeatOrders: number;
  /** Weeks since the first order of the first customer. */
  readonly weeks: number;
  /** Share of all customers expected to be still active. */
  readonly active: number;
  readonly frequencies: readonly OrderFrequency[];
  readonly segments: readonly OrderSegment[];
}
