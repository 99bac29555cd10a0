/** What a table is to be read as. */
export const tableKinds = ['customers', 'orders', 'orderHistories', 'ratings', 'cohorts'] as const;
export type TableKind = (typeof tableKinds)[number];

export const timeUnits = ['days', 'weeks', 'months', 'years'] as const;
export type TimeUnit = (typeof timeUnits)[number];

/** Which group each row belongs to. */
export interface Groups {
  /** Place in `names`. */
  readonly index: Uint8Array;
  /** In order of appearance; '' for rows whose cell was empty. */
  readonly names: readonly string[];
}

interface CustomerFacts {
  /** Per month, in the money of the table. */
  readonly revenue: Float64Array | undefined;
  readonly groups: Groups | undefined;
}

/** Customers by their dates, as days since 1970-01-01. */
export interface CustomerDates extends CustomerFacts {
  readonly form: 'dates';
  readonly start: Float64Array;
  /** NaN for a customer still there. */
  readonly end: Float64Array;
  /** The latest start or end: the last day that the table is known to have seen. */
  readonly lastDay: number;
}

/** Customers by how long they stayed; what `ObservedDurations` takes. */
export interface CustomerDurations extends CustomerFacts {
  readonly form: 'durations';
  readonly durations: Float64Array;
  /** 1: left at the end of the duration. 0: still there. */
  readonly ended: Uint8Array;
  readonly unit: TimeUnit;
}

export type CustomerTable = CustomerDates | CustomerDurations;

/** One entry per customer; what `OrderHistories` takes, in weeks. */
export interface OrderHistoryTable {
  readonly repeatOrders: Float64Array;
  readonly lastOrder: Float64Array;
  readonly age: Float64Array;
  /** Mean amount of the orders after the first, for `SpendHistories` of repeat orders. 0 for customers without any. */
  readonly averageSpend: Float64Array | undefined;
}

export interface RatingTable {
  /** 0 to 10. */
  readonly ratings: Uint8Array;
  /** Answers per rating, from 0 up. */
  readonly counts: readonly number[];
  /** Days since 1970-01-01. */
  readonly days: Float64Array | undefined;
  readonly groups: Groups | undefined;
  /** So many answers without a single 0 hardly come from a scale that had one. */
  readonly looksLikeOneToTen: boolean;
}

export interface CohortRows {
  /** Customers still there after no period, one, two …; what `cohortsProblem` checks. */
  readonly cohorts: readonly (readonly number[])[];
  /** '' where the table names none. */
  readonly names: readonly string[];
}

export interface TableDataOf {
  readonly customers: CustomerTable;
  readonly orders: OrderHistoryTable;
  readonly orderHistories: OrderHistoryTable;
  readonly ratings: RatingTable;
  readonly cohorts: CohortRows;
}
export type TableData<Kind extends TableKind = TableKind> = TableDataOf[Kind];

/** Why a row is left out. Each has its sentence under `table.row.<reason>`. */
export const rowProblems = [
  'missing-start',
  'missing-date',
  'missing-customer',
  'missing-duration',
  'missing-number',
  'not-a-date',
  'no-such-date',
  'mixed-formats',
  'two-digit-year',
  'serial-number',
  'end-before-start',
  'duplicate-customer',
  'not-a-number',
  'unclear-number',
  'negative-money',
  'zero-amount',
  'negative-duration',
  'not-yes-or-no',
  'not-whole',
  'negative-count',
  'rating-out-of-scale',
  'last-order-after-age',
  'last-order-missing',
  'last-order-without-repeats',
  'no-renewals',
  'no-customers-at-start',
  'rising-survivors',
  'gap-in-row',
  'too-many-answers',
  'percent-not-expected',
  'too-few-cells',
  'broken-quotes',
] as const;
export type RowProblem = (typeof rowProblems)[number];
