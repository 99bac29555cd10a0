import type { ColumnName } from './columns.ts';
import type { TableKind } from './table-data.ts';

/** How the rows of a kind of table may be laid out. Customers come in two ways. */
export const layoutsOf = {
  customers: ['customerDates', 'customerDurations'],
  orders: ['orders'],
  orderHistories: ['orderHistories'],
  ratings: ['ratings'],
  cohorts: ['cohorts'],
} as const satisfies Record<TableKind, readonly string[]>;
export type TableLayout = (typeof layoutsOf)[TableKind][number];

interface LayoutFacts {
  readonly needs: readonly ColumnName[];
  readonly optional: readonly ColumnName[];
}

export const layoutFacts: Readonly<Record<TableLayout, LayoutFacts>> = {
  customerDates: { needs: ['start', 'end'], optional: ['customer', 'revenue', 'group'] },
  customerDurations: { needs: ['duration', 'ended'], optional: ['customer', 'revenue', 'group'] },
  orders: { needs: ['customer', 'date'], optional: ['amount'] },
  orderHistories: { needs: ['repeatOrders', 'lastOrder', 'age'], optional: ['customer', 'averageSpend'] },
  ratings: { needs: ['rating'], optional: ['answers', 'date', 'group'] },
  cohorts: { needs: ['survivors'], optional: ['cohort'] },
};

/** The columns a layout knows: first those it needs. */
export function columnsOf(layout: TableLayout): readonly ColumnName[] {
  const { needs, optional } = layoutFacts[layout];
  return [...needs, ...optional];
}
