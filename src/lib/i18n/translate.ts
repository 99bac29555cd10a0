import type { Locale } from './locales.ts';
import { localeFacts } from './locales.ts';

export type Parameters = Readonly<Record<string, string | number>>;

/** Keys that name a counted message: the part before `.one` / `.other`. */
type CountedKey<Key> = Key extends `${infer Stem}.other` ? Stem : never;

export interface Translate<Key extends string> {
  /** The message under `key`, with `{name}` replaced by the parameter of that name. */
  (key: Key, parameters?: Parameters): string;
  /** The message `<key>.one` or `<key>.other` that fits `count`, which fills `{count}`. */
  count(key: CountedKey<Key>, count: number, parameters?: Parameters): string;
  readonly locale: Locale;
}

function fill(message: string, parameters: Parameters): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder));
}

export function translator<Key extends string>(
  locale: Locale,
  messages: Readonly<Record<Key, string>>,
): Translate<Key> {
  const { format } = localeFacts[locale];
  const plural = new Intl.PluralRules(format);
  const number = new Intl.NumberFormat(format);
  const lookUp = messages as Readonly<Record<string, string>>;

  const translate = (key: Key, parameters: Parameters = {}) => fill(messages[key], parameters);
  const count = (key: CountedKey<Key>, value: number, parameters: Parameters = {}) => {
    const message = lookUp[`${key}.${plural.select(value)}`] ?? lookUp[`${key}.other`] ?? key;
    return fill(message, { count: number.format(value), ...parameters });
  };
  return Object.assign(translate, { count, locale });
}
