import type { BetaGeometricNbd } from '../metrics/lifetime-value/beta-geometric-nbd.ts';
import type { GammaGamma } from '../metrics/lifetime-value/gamma-gamma.ts';
import { orderLifetimeValue } from '../metrics/lifetime-value/order-lifetime-value.ts';
import { type Result, success } from '../result.ts';

type Input = BetaGeometricNbd & GammaGamma & { readonly discount: number; readonly periods: number };

interface OrderValue {
  /** Revenue of all orders in today's money, the first, made at once, included. */
  readonly value: number;
  /** Orders expected, the first included. */
  readonly orders: number;
  /** Mean spend of an order. */
  readonly spend: number;
}

let lastKey = '';
let lastValue: Result<OrderValue, string> | undefined;

/**
 * What a customer who is about to make a first order will order. A simulation asks again and again with other margins
 * and costs, of which this knows nothing: the last answer is kept, as it takes milliseconds to work out.
 */
export function expectedOrderValue(input: Input): Result<OrderValue, string> {
  const key = JSON.stringify(input);
  if (key === lastKey && lastValue) return lastValue;
  const later = orderLifetimeValue({
    ...input,
    repeatOrders: 0,
    lastOrder: 0,
    age: 0,
    averageSpend: 0,
    grossMargin: 1,
  });
  lastKey = key;
  lastValue = later.ok
    ? success({
        value: later.value.expectedSpend + later.value.value,
        orders: 1 + later.value.expectedOrders,
        spend: later.value.expectedSpend,
      })
    : later;
  return lastValue;
}
