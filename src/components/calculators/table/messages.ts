import type { Translate } from '../../../lib/i18n/translate.ts';
import type { MessageKey } from '../../../messages.ts';

/** The interface strings that reading a table needs: those whose keys begin with one of these. */
export const tableMessagePrefixes = ['table.'] as const;

export type TableKey = Extract<MessageKey, `${(typeof tableMessagePrefixes)[number]}${string}`>;
export type TableTranslate = Translate<TableKey>;
