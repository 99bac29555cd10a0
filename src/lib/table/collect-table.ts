import { collectCohorts } from './cohorts.ts';
import type { Collector, ReadingPlan } from './collector.ts';
import { collectCustomerDates, collectCustomerDurations } from './customers.ts';
import { layoutFacts, type TableLayout } from './layouts.ts';
import { collectOrderHistories } from './order-histories.ts';
import { collectOrders } from './orders.ts';
import { collectRatings } from './ratings.ts';

const collectorOf: Readonly<Record<TableLayout, (plan: ReadingPlan) => Collector>> = {
  customerDates: collectCustomerDates,
  customerDurations: collectCustomerDurations,
  orders: collectOrders,
  orderHistories: collectOrderHistories,
  ratings: collectRatings,
  cohorts: collectCohorts,
};

/** The collector for a plan. A row that ends before a column it needs is left out, whatever the table is read as. */
export function collectTable(plan: ReadingPlan): Collector {
  const collector = collectorOf[plan.layout](plan);
  const { needs } = layoutFacts[plan.layout];
  // The end of a customer still there may be missing with its delimiter.
  const lastNeeded = Math.max(...needs.filter((name) => name !== 'end').map((name) => plan.columns[name] ?? 0));
  return {
    add: (cells) => (cells.length <= lastNeeded ? 'too-few-cells' : collector.add(cells)),
    finish: collector.finish,
  };
}
