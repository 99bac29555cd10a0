import type { Translate as TranslateKeys } from '../../../lib/i18n/translate.ts';
import type { MessageKey } from '../../../messages.ts';
import { sharedPrefixes } from '../shared/messages.ts';
import { tableMessagePrefixes } from '../table/messages.ts';

/** The interface strings the calculator is given: those whose keys begin with one of these. */
export const messagePrefixes = [
  ...sharedPrefixes,
  ...tableMessagePrefixes,
  'ltv.',
  'figure.months',
  'figure.value.',
] as const;

export type CalculatorKey = Extract<MessageKey, `${(typeof messagePrefixes)[number]}${string}`>;
export type CalculatorMessages = Readonly<Record<CalculatorKey, string>>;
export type Translate = TranslateKeys<CalculatorKey>;
