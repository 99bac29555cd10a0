import { betaAverage } from '../statistics/beta-average.ts';

/** What is known of a customer active at some time: how their rate and their chance to be gone are distributed. */
export interface ActiveCustomer {
  readonly shape: number;
  readonly scale: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Expected orders within a time of an active customer who is gone after any order with chance p.
 * Equation: (1 − (scale ÷ (scale + p·t))^shape) ÷ p.
 */
export function ordersAtChance(p: number, shape: number, scale: number, time: number): number {
  const pace = time / scale;
  const gone = p * pace;
  return pace * (gone < 1e-300 ? shape : -Math.expm1(-shape * Math.log1p(gone)) / gone);
}

/**
 * Expected orders within a time of an active customer: the mean over p of those at chance p. The same number as the
 * literature's ₂F₁, also where that has no value (a = 1) or comes slowly.
 */
export function ordersWithin(time: number, { shape, scale, a, b }: ActiveCustomer): number {
  return betaAverage({ a, b, of: (p) => ordersAtChance(p, shape, scale, time) });
}
