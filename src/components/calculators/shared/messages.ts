import type { Translate as TranslateKeys } from '../../../lib/i18n/translate.ts';
import type { Failure } from '../../../lib/result.ts';
import type { MessageKey } from '../../../messages.ts';

/** The interface strings every calculator is given: those whose keys begin with one of these. */
export const sharedPrefixes = [
  'calc.',
  'number.',
  'problem.',
  'reason.',
  'warning.',
  'chart.',
  'sure.',
  'keep.',
  'calculator.',
] as const;

type SharedKey = Extract<MessageKey, `${(typeof sharedPrefixes)[number]}${string}`>;
export type SharedMessages = Readonly<Record<SharedKey, string>>;
export type Translate = TranslateKeys<SharedKey>;

type Reason = SharedKey extends infer Key ? (Key extends `reason.${infer Name}` ? Name : never) : never;

/** Why a model has no answer. Models of every kind meet here as `string`; a test holds that each reason has its sentence. */
export function withSentence(failure: Failure<string>): Failure<Reason> {
  return failure as Failure<Reason>;
}
