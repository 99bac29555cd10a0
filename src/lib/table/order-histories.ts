import { type OrderHistory, orderHistoryProblem } from '../metrics/lifetime-value/order-history.ts';
import { failure, type Result, success } from '../result.ts';
import { readAmount } from './amount.ts';
import { type Collector, cellOf, type ReadingPlan, readMoney } from './collector.ts';
import { customerIdentity } from './customer-identity.ts';
import { growingColumn } from './growing-column.ts';
import { daysPerWeek } from './orders.ts';
import type { OrderHistoryTable, RowProblem, TimeUnit } from './table-data.ts';

/** A year has 365.25 days on average, a month a twelfth of it. */
const weeksIn: Readonly<Record<TimeUnit, number>> = {
  days: 1 / daysPerWeek,
  weeks: 1,
  months: 365.25 / 12 / daysPerWeek,
  years: 365.25 / daysPerWeek,
};

/** The times and orders of a row, checked against each other. */
function readHistory(
  cells: readonly string[],
  { columns, decimalMark }: ReadingPlan,
): Result<OrderHistory, RowProblem> {
  const repeatOrders = readAmount(cellOf(cells, columns.repeatOrders), decimalMark);
  if (!repeatOrders.ok) return repeatOrders;
  const lastOrder = readAmount(cellOf(cells, columns.lastOrder), decimalMark);
  if (!lastOrder.ok) return lastOrder;
  const age = readAmount(cellOf(cells, columns.age), decimalMark);
  if (!age.ok) return age;
  const history = { repeatOrders: repeatOrders.value, lastOrder: lastOrder.value, age: age.value };
  return orderHistoryProblem(history) ?? success(history);
}

/** Customers as other programs sum them up: repeat orders, last order and age since the first order, mean spend. */
export function collectOrderHistories(plan: ReadingPlan): Collector<OrderHistoryTable> {
  const { columns, decimalMark, timeUnit } = plan;
  const identity = customerIdentity(columns.customer);
  const repeatOrders = growingColumn();
  const lastOrder = growingColumn();
  const age = growingColumn();
  const averageSpend = columns.averageSpend === undefined ? undefined : growingColumn();

  const spendOf = (cells: readonly string[], repeats: number): Result<number, RowProblem> => {
    if (!averageSpend || repeats === 0) return success(0);
    const money = readMoney(cellOf(cells, columns.averageSpend), decimalMark);
    return money.ok && money.value === 0 ? failure('zero-amount') : money;
  };
  return {
    add: (cells) => {
      const history = readHistory(cells, plan);
      if (!history.ok) return history.reason;
      const spend = spendOf(cells, history.value.repeatOrders);
      if (!spend.ok) return spend.reason;
      const problem = identity.add(cells);
      if (problem) return problem;
      repeatOrders.push(history.value.repeatOrders);
      lastOrder.push(history.value.lastOrder * weeksIn[timeUnit]);
      age.push(history.value.age * weeksIn[timeUnit]);
      averageSpend?.push(spend.value);
      return undefined;
    },
    finish: () => ({
      data: {
        repeatOrders: repeatOrders.values(),
        lastOrder: lastOrder.values(),
        age: age.values(),
        averageSpend: averageSpend?.values(),
      },
      notices: [],
    }),
  };
}
