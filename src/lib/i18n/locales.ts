export const locales = ['en', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** A text in every language of the site. */
export type Localized<Text = string> = Readonly<Record<Locale, Text>>;

interface LocaleFacts {
  /** The language's own name, for the language switch. */
  readonly name: string;
  /** BCP 47 tag for number and date formats. */
  readonly format: string;
  /** Currency (ISO 4217) of examples and of a calculator opened without a link. */
  readonly currency: Currency;
  /** Whether names carry a reading in hiragana, by which the index sorts them. */
  readonly hasReadings: boolean;
  /** The longest definition: one breath in the language. */
  readonly definitionLimit: { readonly count: number; readonly unit: 'words' | 'characters' };
}

export const currencies = ['JPY', 'USD', 'EUR', 'GBP'] as const;
export type Currency = (typeof currencies)[number];

export const localeFacts = {
  en: {
    name: 'English',
    format: 'en-US',
    currency: 'USD',
    hasReadings: false,
    definitionLimit: { count: 40, unit: 'words' },
  },
  ja: {
    name: '日本語',
    format: 'ja-JP',
    currency: 'JPY',
    hasReadings: true,
    definitionLimit: { count: 90, unit: 'characters' },
  },
} as const satisfies Record<Locale, LocaleFacts>;

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

export function otherLocales(locale: Locale): Locale[] {
  return locales.filter((other) => other !== locale);
}
