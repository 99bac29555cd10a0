import type { QuantityWords } from './components/formula/FormulaView.tsx';
import english from './content/ui/en.json';
import type { Locale } from './lib/i18n/locales.ts';
import { type QuantityName, quantities, termOf } from './lib/metrics/quantities.ts';
import { type MessageKey, messagesIn } from './messages.ts';
import { getGlossary } from './queries.ts';
import { href } from './site.ts';

type SymbolName = MessageKey extends infer Key ? (Key extends `symbol.${infer Name}` ? Name : never) : never;

/** Whether a quantity has a shorter name for formulas. */
function hasSymbol(name: QuantityName): name is QuantityName & SymbolName {
  return `symbol.${name}` in english;
}

/** What quantities are called, and the terms that explain them as far as they are written. */
export async function quantityWords(
  locale: Locale,
  names = Object.keys(quantities) as QuantityName[],
): Promise<QuantityWords> {
  const { terms } = await getGlossary();
  const t = messagesIn(locale);
  const links = names.flatMap((name) => {
    const slug = termOf(name);
    return slug !== undefined && terms.has(slug) ? [[name, href(locale, { page: 'term', slug })]] : [];
  });
  return {
    symbols: Object.fromEntries(names.flatMap((name) => (hasSymbol(name) ? [[name, t(`symbol.${name}`)]] : []))),
    labels: Object.fromEntries(names.map((name) => [name, t(`quantity.${name}`)])),
    links: Object.fromEntries(links) as QuantityWords['links'],
  };
}
