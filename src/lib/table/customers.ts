import { failure, type Result, success } from '../result.ts';
import { readAmount } from './amount.ts';
import { type Collector, cellOf, type ReadingPlan, readMoney, type TableNotice } from './collector.ts';
import { customerIdentity } from './customer-identity.ts';
import { dayReader } from './day-number.ts';
import { type GroupColumn, groupColumn } from './group-column.ts';
import { growingColumn } from './growing-column.ts';
import type { CustomerDates, CustomerDurations, RowProblem } from './table-data.ts';
import { isStillThere, readYesOrNo } from './yes-or-no.ts';

/** What rows of customers have in common, however their time is written. */
function customerFacts({ columns, decimalMark }: ReadingPlan) {
  const identity = customerIdentity(columns.customer);
  const revenue = columns.revenue === undefined ? undefined : growingColumn();
  const groups: GroupColumn | undefined = columns.group === undefined ? undefined : groupColumn();
  return {
    /** Takes in a row whose times are right, or says what else is wrong with it. */
    add: (cells: readonly string[]): RowProblem | undefined => {
      const money = revenue ? readMoney(cellOf(cells, columns.revenue), decimalMark) : success(0);
      if (!money.ok) return money.reason;
      const problem = identity.add(cells);
      if (problem) return problem;
      revenue?.push(money.value);
      groups?.push(cellOf(cells, columns.group));
      return undefined;
    },
    finish: () => ({ revenue: revenue?.values(), groups: groups?.groups() }),
    notices: (): TableNotice[] => (groups && !groups.groups() ? ['too-many-groups'] : []),
  };
}

/** Customers with a start and an end; an end that is empty has not come. */
export function collectCustomerDates(plan: ReadingPlan): Collector<CustomerDates> {
  const { columns, dateOrder } = plan;
  const readDay = dayReader(dateOrder);
  const facts = customerFacts(plan);
  const starts = growingColumn();
  const ends = growingColumn();
  let lastDay = Number.NEGATIVE_INFINITY;
  return {
    add: (cells) => {
      const startCell = cellOf(cells, columns.start);
      if (startCell.trim() === '') return 'missing-start';
      const start = readDay(startCell);
      if (!start.ok) return start.reason;
      const endCell = cellOf(cells, columns.end);
      const end = isStillThere(endCell) ? success(Number.NaN) : readDay(endCell);
      if (!end.ok) return end.reason;
      if (end.value < start.value) return 'end-before-start';
      const problem = facts.add(cells);
      if (problem) return problem;
      starts.push(start.value);
      ends.push(end.value);
      lastDay = Math.max(lastDay, start.value, end.value || start.value);
      return undefined;
    },
    finish: () => ({
      data: { form: 'dates', start: starts.values(), end: ends.values(), lastDay, ...facts.finish() },
      notices: facts.notices(),
    }),
  };
}

/** A length of time, which is a number that cannot be negative. */
function readDuration(cell: string, plan: ReadingPlan): Result<number, RowProblem> {
  if (cell.trim() === '') return failure('missing-duration');
  const amount = readAmount(cell, plan.decimalMark);
  return amount.ok && amount.value < 0 ? failure('negative-duration') : amount;
}

/** Customers by how long they have been there, and whether that was all. */
export function collectCustomerDurations(plan: ReadingPlan): Collector<CustomerDurations> {
  const { columns, timeUnit } = plan;
  const facts = customerFacts(plan);
  const durations = growingColumn();
  const ended = growingColumn();
  return {
    add: (cells) => {
      const duration = readDuration(cellOf(cells, columns.duration), plan);
      if (!duration.ok) return duration.reason;
      const hasEnded = readYesOrNo(cellOf(cells, columns.ended));
      if (hasEnded === undefined) return 'not-yes-or-no';
      const problem = facts.add(cells);
      if (problem) return problem;
      durations.push(duration.value);
      ended.push(Number(hasEnded));
      return undefined;
    },
    finish: () => ({
      data: {
        form: 'durations',
        durations: durations.values(),
        ended: new Uint8Array(ended.values()),
        unit: timeUnit,
        ...facts.finish(),
      },
      notices: facts.notices(),
    }),
  };
}
