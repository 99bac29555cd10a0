import { loadLexicon } from '../../browser/lexicon.ts';
import { type LexiconEntry, routeOf } from '../../lib/glossary/search/lexicon.ts';
import { entriesNear, wantedPage } from '../../lib/glossary/search/wanted-page.ts';
import type { Locale } from '../../lib/i18n/locales.ts';
import { pagePath } from '../../lib/i18n/routes.ts';

const mostEntries = 5;

/** Offers what the address of a missing page may have meant, in the language it is written for or in every one. */
class DidYouMean extends HTMLElement {
  async connectedCallback() {
    const { base = '/', lexicon = '' } = this.dataset;
    const language = this.closest<HTMLElement>('section[lang]')?.lang as Locale;
    const { locale, words } = wantedPage(location.pathname, base);
    const field = this.querySelector('input');
    if (field) field.value = words;
    if (locale !== undefined && locale !== language) return;
    // Without the names the search is still there.
    const entries = entriesNear(await loadLexicon(lexicon).catch(() => []), words, mostEntries);
    this.#show(entries, (entry) => pagePath(base, language, routeOf(entry)));
  }

  #show(entries: readonly LexiconEntry[], addressOf: (entry: LexiconEntry) => string) {
    const items = entries.map((entry) => {
      const link = document.createElement('a');
      link.href = addressOf(entry);
      link.textContent = entry.title;
      const item = document.createElement('li');
      item.append(link);
      return item;
    });
    this.querySelector('ul')?.replaceChildren(...items);
    this.querySelector('section')?.toggleAttribute('hidden', items.length === 0);
  }
}

customElements.define('did-you-mean', DidYouMean);
