import { readQuery } from '../../browser/address.ts';
import { loadNames, loadQuestions } from '../../browser/lexicon.ts';
import { routeOf } from '../../lib/glossary/search/lexicon.ts';
import { isName, suggest } from '../../lib/glossary/search/suggest.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { pagePath } from '../../lib/i18n/routes.ts';

/** Address of the search's first hit, if that can be trusted. */
async function bestPage(query: string, { lexicon = '', asked = '', base = '/' }: DOMStringMap) {
  const names = await loadNames(lexicon);
  const questions = isName(names, query) ? undefined : await loadQuestions(asked, lexicon).catch(() => undefined);
  const { hits, isSure, isKnown } = suggest(names, query, questions);
  const [best] = hits;
  // A word that stands in many names means none of them.
  if (!best || !isSure || !isKnown || best.fit === 'part') return undefined;
  const path = pagePath(base, document.documentElement.lang as Locale, routeOf(best.entry));
  // A section that the link names itself is the one that is meant.
  const section = best.section ? `#${best.section}` : '';
  return path + (location.hash || section);
}

/** Goes on to the page that `?q=` is about; without a good answer, to the search, which also says what is wrong. */
async function goOn(search: HTMLAnchorElement) {
  const query = readQuery().trim();
  if (query !== '') search.search = String(new URLSearchParams({ q: query }));
  const page = query === '' ? undefined : await bestPage(query, search.dataset).catch(() => undefined);
  // In the place of this page: going back leads to where the link was.
  location.replace(page ?? search.href);
}

const search = document.querySelector<HTMLAnchorElement>('a[data-lexicon]');
if (search) void goOn(search);
