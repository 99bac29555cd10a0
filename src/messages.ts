import en from './content/ui/en.json';
import ja from './content/ui/ja.json';
import type { Locale, Localized } from './lib/i18n/locales.ts';
import { type Translate, translator } from './lib/i18n/translate.ts';

export type MessageKey = keyof typeof en & keyof typeof ja;
export type Messages = Translate<MessageKey>;

const messages: Localized<Readonly<Record<MessageKey, string>>> = { en, ja };
const translators: Localized<Messages> = { en: translator('en', en), ja: translator('ja', ja) };

/** The interface strings of a language. */
export function messagesIn(locale: Locale): Messages {
  return translators[locale];
}

/** `NoInfer`: to infer the prefixes from the keys wanted would take the type checker minutes. */
type KeysFrom<Prefix extends string> = Extract<MessageKey, `${NoInfer<Prefix>}${string}`>;

/** The strings whose keys begin with one of the prefixes, to hand to an island. */
export function messagesFor<Prefix extends string>(
  locale: Locale,
  prefixes: readonly Prefix[],
): Readonly<Record<KeysFrom<Prefix>, string>> {
  const chosen = Object.entries(messages[locale]).filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));
  return Object.fromEntries(chosen) as Record<KeysFrom<Prefix>, string>;
}
