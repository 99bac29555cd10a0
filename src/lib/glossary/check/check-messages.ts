import { type Locale, locales } from '../../i18n/locales.ts';
import type { Problem } from './problem.ts';
import type { ContentSource } from './source-files.ts';

export type Messages = Readonly<Record<string, string>>;

export function isMessages(value: unknown): value is Messages {
  return (
    typeof value === 'object' && value !== null && Object.values(value).every((message) => typeof message === 'string')
  );
}

function placeholders(message: string): string {
  return [...new Set(message.match(/\{\w+\}/g) ?? [])].sort().join(' ');
}

/** Keys that only some languages need: `.one` where a language has a plural. */
function isOptional(key: string): boolean {
  return key.endsWith('.one');
}

/** Interface strings: the same keys and placeholders in every language. */
export function checkMessages(source: ContentSource['messages']): Problem[] {
  const read = locales.map((locale: Locale) => ({ ...source[locale], locale }));
  const broken = read.filter(({ value }) => !isMessages(value));
  if (broken.length > 0) {
    return broken.map(({ file }) => ({
      file,
      field: '',
      wrong: 'is not a flat object of texts',
      mend: 'Use dotted keys and strings only.',
    }));
  }
  const all = read.map(({ file, value }) => ({ file, messages: value as Messages }));
  return all.flatMap(({ file, messages }) =>
    all.flatMap((other) =>
      Object.entries(other.messages).flatMap(([key, text]): Problem[] => {
        const own = messages[key];
        if (own === undefined) {
          return isOptional(key)
            ? []
            : [
                {
                  file,
                  field: key,
                  wrong: `is missing; ${other.file} has it`,
                  mend: 'Translate it, or delete it there.',
                },
              ];
        }
        if (placeholders(own) === placeholders(text) || other.file < file) return [];
        return [
          {
            file,
            field: key,
            wrong: `has other placeholders than ${other.file}`,
            mend: `Use ${placeholders(text) || 'none'}.`,
          },
        ];
      }),
    ),
  );
}
