import type { Translate as TranslateKeys } from '../../lib/i18n/translate.ts';
import type { MessageKey } from '../../messages.ts';

/** The interface strings the builder is given: those whose keys begin with one of these. */
export const messagePrefixes = ['journey.', 'number.'] as const;

export type JourneyKey = Extract<MessageKey, `${(typeof messagePrefixes)[number]}${string}`>;
export type JourneyMessages = Readonly<Record<JourneyKey, string>>;
export type Translate = TranslateKeys<JourneyKey>;
