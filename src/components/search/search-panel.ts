import { readKind, readQuery, replaceQuery } from '../../browser/address.ts';
import { loadLexicon } from '../../browser/lexicon.ts';
import { recentlyRead } from '../../browser/recently-read.ts';
import { type LexiconEntry, routeOf } from '../../lib/glossary/search/lexicon.ts';
import { locales } from '../../lib/i18n/locales.ts';
import { pagePath } from '../../lib/i18n/routes.ts';
import { element, fill } from './elements.ts';
import { findAll, findNames, listHits, nothing, type Query, type SearchSetting } from './find-hits.ts';
import { entryHref } from './search-hits.ts';
import { statusOf } from './search-status.ts';

/** A longer query is a pasted text, not a question. */
const longestQuery = 200;
/** Milliseconds without a keystroke before the full text is asked. */
const restBeforeText = 120;
/** Milliseconds without a keystroke before the count is said: a screen reader would else talk into the typing. */
const restBeforeCount = 600;
const mostRecent = 5;

/** Milliseconds in which a key still belongs to the conversion that it ended: some browsers tell of the end first. */
const endOfConversion = 20;

/** What arrow keys walk through. */
const stops =
  'input[type=search], #search-results a, .search-nothing:not([hidden]) a, .search-start:not([hidden]) :is(a, button)';

/** Letters that are still to be converted. Phones compose plain words too, and never end while one types. */
function isConverting({ isComposing, data }: InputEvent): boolean {
  return isComposing && !/^[\p{Script=Latin}\p{N}\s'’-]*$/u.test(data ?? '');
}

/**
 * The search field and its results: names first, from the lexicon, then the full text of the same language. Names
 * appear with every keystroke; the text follows when the typing rests.
 */
class SearchPanel extends HTMLElement {
  #query: Query = { text: '', kind: undefined };
  /** The query whose first hit is known to be the best. */
  #settled: Query | undefined;
  #textTimer = 0;
  #countTimer = 0;
  /** When something was typed last, in milliseconds. */
  #typedAt = Number.NEGATIVE_INFINITY;
  /** When letters were converted last, in milliseconds. */
  #convertedAt = Number.NEGATIVE_INFINITY;
  /** Enter was pressed before the results of the query were there. */
  #opensFirst = false;
  /** Something could not be loaded. */
  #lacksData = false;
  #knownSetting: SearchSetting | undefined;

  connectedCallback() {
    const form = this.#form;
    form.addEventListener('input', (event) => {
      this.#typedAt = performance.now();
      this.#read(isConverting(event as InputEvent));
    });
    // The end of a conversion is no input of its own.
    form.addEventListener('compositionend', (event) => {
      this.#convertedAt = event.timeStamp;
      this.#read();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#opensFirst = true;
      if (this.#settled === this.#query) this.#openFirst();
    });
    this.addEventListener('keydown', (event) => this.#press(event));
    this.addEventListener('click', (event) => {
      const example = (event.target as Element).closest<HTMLElement>('[data-query]');
      if (!example) return;
      this.#ask(example.dataset.query ?? '');
      this.#field.focus();
    });
    window.addEventListener('online', () => {
      if (this.#lacksData) this.#read();
    });
    if (this.#isPage && this.#field.value === '') this.#restore();
    this.#read();
  }

  get #isPage(): boolean {
    return this.closest('dialog') === null;
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  get #field(): HTMLInputElement {
    return this.querySelector('input[type=search]') as HTMLInputElement;
  }

  get #results(): HTMLElement {
    return this.querySelector('#search-results') as HTMLElement;
  }

  get #setting(): SearchSetting {
    this.#knownSetting ??= {
      ...JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? ''),
      labelOf: (kind: string) =>
        this.querySelector('template')?.content.querySelector(`[data-kind=${kind}]`)?.cloneNode(true),
    } as SearchSetting;
    return this.#knownSetting;
  }

  /** What was searched for before the reader went on and came back, or what a link asks for. */
  #restore() {
    const kind = readKind();
    for (const radio of this.querySelectorAll<HTMLInputElement>('[type=radio]')) {
      if (radio.value === kind) radio.checked = true;
    }
    this.#field.value = readQuery().slice(0, longestQuery * 2);
    this.#field.focus({ preventScroll: true });
  }

  #ask(query: string) {
    this.#field.value = query;
    this.#read();
  }

  #read(isConverting = false) {
    const kind = new FormData(this.#form).get('kind');
    const typed = this.#field.value.trim();
    const query = { text: typed.slice(0, longestQuery).toWellFormed(), kind: kind === '' ? undefined : String(kind) };
    void this.#search(query, typed.length > longestQuery, isConverting);
  }

  #openFirst() {
    const first = this.#results.querySelector('a');
    this.#opensFirst = false;
    if (this.#isPage) first?.focus();
    else first?.click();
  }

  /** Arrow keys walk from the field through the hits and back; Escape empties the field of the page. */
  #press(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (event.isComposing || event.timeStamp - this.#convertedAt < endOfConversion) {
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    if (event.key === 'Escape' && this.#isPage && this.#field.value !== '') {
      event.preventDefault();
      this.#ask('');
      this.#field.focus();
    }
    if (target.matches('[type=radio]')) return;
    const all = [...this.querySelectorAll<HTMLElement>(stops)];
    const place = all.indexOf(target);
    const inField = target === this.#field;
    const next = {
      ArrowDown: all[place + 1],
      ArrowUp: all[place - 1],
      Home: inField ? undefined : all[1],
      End: inField ? undefined : all.at(-1),
    }[event.key];
    if (!next || place === -1 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    next.focus();
  }

  #links(entries: Iterable<LexiconEntry>): HTMLLIElement[] {
    return [...entries].map((entry) => {
      const item = element('li');
      const link = element('a', entry.title);
      link.href = entryHref(entry, this.#setting);
      item.append(link);
      return item;
    });
  }

  /** Pages read before, while nothing is asked. */
  async #showRecent() {
    const { data, base, locale } = this.#setting;
    const entries = await loadLexicon(data[locale].lexicon).catch(() => []);
    const known = new Map(
      locales.flatMap((language) => entries.map((entry) => [pagePath(base, language, routeOf(entry)), entry])),
    );
    const paths = recentlyRead().filter((path) => path !== location.pathname);
    const read = new Set(paths.map((path) => known.get(path)).filter((entry) => entry !== undefined));
    const links = this.#links([...read].slice(0, mostRecent));
    const place = this.querySelector('.search-recent');
    place?.querySelector('ul')?.replaceChildren(...links);
    place?.toggleAttribute('hidden', links.length === 0);
  }

  #show(hits: readonly HTMLLIElement[]) {
    const focused = this.#results.contains(document.activeElement) && document.activeElement?.getAttribute('href');
    this.#results.querySelector('ol')?.replaceChildren(...hits);
    if (!focused) return;
    // Hits that come later push the one that is being read away; the reader stays with it.
    const same = [...this.#results.querySelectorAll('a')].find((link) => link.getAttribute('href') === focused);
    (same ?? this.#field).focus();
  }

  /** Now nothing more will come before the first hit. */
  #settle() {
    this.#settled = this.#query;
    if (this.#opensFirst) this.#openFirst();
  }

  #say(status: string) {
    const line = this.querySelector('[role=status]') as HTMLElement;
    const say = () => {
      line.textContent = status;
    };
    clearTimeout(this.#countTimer);
    // That it is no longer true need not wait.
    if (status === '') return say();
    this.#countTimer = window.setTimeout(say, Math.max(0, this.#typedAt + restBeforeCount - performance.now()));
  }

  #showNearest(entries: readonly LexiconEntry[], isNothingFound: boolean) {
    const place = this.querySelector('.search-nothing');
    place?.toggleAttribute('hidden', !isNothingFound);
    place?.querySelector('.search-nearest')?.toggleAttribute('hidden', entries.length === 0);
    place?.querySelector('ul')?.replaceChildren(...this.#links(entries));
  }

  async #search(query: Query, isCut: boolean, isConverting: boolean) {
    const setting = this.#setting;
    const isEmpty = query.text === '';
    this.#query = query;
    this.#opensFirst = false;
    clearTimeout(this.#textTimer);
    this.#say('');
    this.#showNearest([], false);
    this.querySelector('.search-start')?.toggleAttribute('hidden', !isEmpty);
    this.#results.setAttribute('aria-busy', String(!isEmpty));
    // To write the address takes a browser longer than to find the names: what is shown comes first.
    if (this.#isPage) window.setTimeout(() => replaceQuery(this.#query.text, this.#query.kind));
    if (isEmpty) {
      this.#show([]);
      return this.#showRecent();
    }
    // Names alone while letters are being converted: what they will be is not known.
    if (!isConverting) this.#textTimer = window.setTimeout(() => void this.#addTexts(query, isCut), restBeforeText);
    const names = await findNames(query, setting);
    if (query !== this.#query || this.#settled === query) return;
    this.#show(listHits(names ?? nothing, [], setting));
    if (names?.isSure && names.hits.length > 0) this.#settle();
  }

  /** Adds what has been asked in other words and what the texts hold. */
  async #addTexts(query: Query, isCut: boolean) {
    const { words } = this.#setting;
    const found = await findAll(query, this.#setting);
    if (query !== this.#query) return;
    const { hits, loaded, nearest } = found;
    const cut = isCut ? `${fill(words.cut ?? '', { count: longestQuery })}${words.space}` : '';
    this.#lacksData = Object.values(loaded).includes(false);
    this.#show(hits);
    this.#showNearest(nearest, hits.length === 0 && query.kind === undefined && loaded.names);
    this.#say(cut + statusOf(found, query, words));
    this.#results.setAttribute('aria-busy', 'false');
    this.#settle();
  }
}

customElements.define('search-panel', SearchPanel);
