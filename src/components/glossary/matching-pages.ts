import { loadNames } from '../../browser/lexicon.ts';
import { routeOf } from '../../lib/glossary/search/lexicon.ts';
import { matchNames } from '../../lib/glossary/search/match-names.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { pagePath } from '../../lib/i18n/routes.ts';

/** Addresses of the pages that have a name which fits the query. Rejects when the names cannot be loaded. */
export async function matchingPages(query: string, { lexicon = '', base = '/' }: DOMStringMap): Promise<Set<string>> {
  const locale = document.documentElement.lang as Locale;
  const matches = matchNames(await loadNames(lexicon), query);
  return new Set(matches.map(({ entry }) => pagePath(base, locale, routeOf(entry))));
}
