import type { CalculatorProps } from './components/calculators/shared/calculator-props.ts';
import { type Locale, localeFacts } from './lib/i18n/locales.ts';
import { messagesFor } from './messages.ts';
import { quantityWords } from './quantity-words.ts';
import { asset, warningLinks } from './site.ts';

/** What the page of a calculator gives it, with the strings whose keys begin with one of the prefixes. */
export async function calculatorProps<Prefix extends string>(
  locale: Locale,
  prefixes: readonly Prefix[],
): Promise<CalculatorProps<ReturnType<typeof messagesFor<Prefix>>>> {
  return {
    locale,
    currency: localeFacts[locale].currency,
    messages: messagesFor(locale, prefixes),
    words: await quantityWords(locale),
    links: warningLinks(locale),
    dataFolder: asset('data/'),
  };
}
