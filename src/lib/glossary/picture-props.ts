import * as z from 'zod/mini';
import { currencies } from '../i18n/locales.ts';
import { formatProblems, parseFields } from './check/problem.ts';
import { line, slug } from './fields.ts';

const amount = z.number().check(z.nonnegative('is negative: give an amount of 0 or more'));
const share = z.number().check(z.gte(0, 'is no share: use 0 to 1'), z.lte(1, 'is no share: use 0 to 1'));
const count = z.int('is not whole: give a whole number').check(z.nonnegative('is negative: count from 0'));
/** More months than this are drawn too small to be told apart. */
const months = z.int('is not whole: give whole months').check(z.gte(3, 'is too short'), z.lte(120, 'is too long'));
const currency = z.optional(z.enum(currencies));
const duration = z.number().check(z.nonnegative('is negative: give a length of time'));

/** What the pictures take that are drawn from numbers on a page. MDX checks none of it. */
const schemas = {
  Bars: z.strictObject({
    /** What the values are: the beginning of the sentence under the picture. */
    title: line,
    unit: z.enum(['percent', 'money', 'number', 'minutes', 'days', 'months']),
    currency,
    /** Shares, for percent, from 0 to 1. A strong item is the one the page is about. */
    items: z
      .array(z.strictObject({ name: line, value: z.number(), strong: z.optional(z.boolean()) }))
      .check(z.minLength(2, 'is too short: compare at least two')),
  }),
  /** Recurring revenue of a month, all in money and positive. */
  RevenueBridge: z.strictObject({
    start: amount,
    added: z.optional(amount),
    expansion: z.optional(amount),
    contraction: z.optional(amount),
    churned: z.optional(amount),
    currency,
  }),
  /** Monthly revenue at the start; shares of the revenue of a month that are lost and added in it. */
  RevenueOverTime: z.strictObject({ start: amount, churn: share, expansion: share, months, currency }),
  PaybackCurve: z.strictObject({ cac: amount, arpa: amount, grossMargin: share, churn: share, months, currency }),
  CohortTable: z.strictObject({
    cohorts: z
      .array(
        z.strictObject({
          name: line,
          /** At the start, after one month, after two …; a later cohort has been seen for fewer months. */
          customers: z.array(count).check(
            z.minLength(2, 'is too short: count customers at the start and after a month'),
            z.refine(
              (all) => all.every((number, month) => number <= (all[month - 1] ?? number)),
              'grows: nobody joins a cohort later',
            ),
          ),
        }),
      )
      .check(z.minLength(2, 'is too short: compare at least two')),
  }),
  SurvivalSteps: z.strictObject({
    groups: z
      .array(
        z.strictObject({
          name: line,
          /** How long each customer has been seen. */
          months: z.array(duration),
          /** Whether that was all: false for those who are still customers. */
          left: z.array(z.boolean()),
        }),
      )
      .check(z.minLength(1, 'is empty: give a group'), z.maxLength(3, 'is too long: compare at most three')),
  }),
  /** The share is of answers: it has to be a whole number of them at every size. */
  IntervalsBySize: z.strictObject({
    share,
    sizes: z.array(count).check(z.minLength(2, 'is too short: compare at least two')),
  }),
  RecencyFrequencyGrid: z.strictObject({
    /** By number of orders, the most first, then by time since the last one, the shortest first. */
    counts: z.array(z.array(count)).check(
      z.refine((rows) => rows.length > 1 && (rows[0]?.length ?? 0) > 1, 'is too small: give two rows and columns'),
      z.refine(
        (rows) => rows.every(({ length }) => length === rows[0]?.length),
        'has rows of different lengths: give each row as many numbers',
      ),
    ),
  }),
  DurationHistogram: z.strictObject({
    unit: z.enum(['days', 'minutes']),
    values: z
      .array(duration)
      .check(z.minLength(10, 'is too short: give at least ten'), z.maxLength(100, 'is too long: give at most 100')),
    mark: z.optional(z.literal('median')),
  }),
  Timeline: z.strictObject({
    events: z
      .array(
        z.strictObject({
          year: z.int('is not whole: give a year').check(z.gte(1900, 'is too early'), z.lte(2100, 'is too late')),
          text: line,
          /** Id of the work it is known from, among the sources of the page. */
          reference: z.optional(slug),
        }),
      )
      .check(
        z.minLength(3, 'is too short: give at least three'),
        z.refine(
          (events) => events.every(({ year }, index) => year >= (events[index - 1]?.year ?? year)),
          'is out of order: the earliest comes first',
        ),
      ),
  }),
  ConditionsCheck: z.strictObject({
    conditions: z
      .array(
        z.strictObject({
          name: line,
          /** Answered with yes where the condition is met. */
          question: line,
          /** What follows where it is not. */
          missing: line,
        }),
      )
      .check(z.minLength(2, 'is too short: ask for at least two')),
    /** Said when all of them are met, and when one is not. */
    met: line,
    unmet: line,
  }),
} as const;

type Schemas = typeof schemas;

/** The props of a picture. Throws where they are not what it takes: a build stops and says what to mend. */
export function pictureProps<Name extends keyof Schemas>(name: Name, props: object): z.output<Schemas[Name]> {
  const schema: z.ZodMiniType<object> = schemas[name];
  const { data, problems } = parseFields(schema, props, `<${name}>`);
  if (problems.length > 0) throw new RangeError(formatProblems(problems));
  return data as z.output<Schemas[Name]>;
}
