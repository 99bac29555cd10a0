import type { Translate as TranslateKeys } from '../../../lib/i18n/translate.ts';
import type { MessageKey } from '../../../messages.ts';

/** The interface strings the calculator is given: those whose keys begin with one of these. */
export const messagePrefixes = [
  'ltv.',
  'number.',
  'problem.field',
  'problem.entry',
  'reason.not-a-number',
  'reason.negative-amount',
  'reason.margin-above-one',
  'reason.not-a-share',
  'reason.no-churn',
  'reason.rate-below-minus-one',
  'reason.horizon-',
  'reason.too-large',
  'reason.diverges',
  'figure.value.',
  'figure.months',
  'figure.table',
] as const;

export type CalculatorKey = Extract<MessageKey, `${(typeof messagePrefixes)[number]}${string}`>;
export type CalculatorMessages = Readonly<Record<CalculatorKey, string>>;
export type Translate = TranslateKeys<CalculatorKey>;
