import { readQuery, replaceQuery } from '../../browser/address.ts';
import { type FullTextHit, searchFullText } from '../../browser/full-text.ts';
import { loadLexicon } from '../../browser/lexicon.ts';
import { matchTerms, type TermMatch } from '../../lib/glossary/match-terms.ts';
import { isLocale } from '../../lib/i18n/locales.ts';
import rules from './search-panel.css?inline';

const styles = new CSSStyleSheet();
styles.replaceSync(rules);
document.adoptedStyleSheets.push(styles);

/** A longer query is a pasted text, not a question. */
const longestQuery = 200;
/** As much of it as the page repeats. */
const longestEcho = 40;
const mostTermHits = 12;
const mostTextHits = 8;
/** Milliseconds without a keystroke before the full text is asked. */
const restBeforeText = 120;

type Words = Readonly<Record<string, string>>;

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text?: string,
  className?: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  return made;
}

function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

function shorten(text: string): string {
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text;
}

function hit(href: string, title: string, ...details: (Node | undefined)[]): HTMLLIElement {
  const item = element('li');
  const link = element('a', title);
  link.href = href;
  item.append(link, ...details.filter((detail) => detail !== undefined));
  return item;
}

function termHit({ entry, name }: TermMatch, words: Words): HTMLLIElement {
  const kind = element('span', words[`kind.${entry.kind}`], 'hit-kind');
  kind.dataset.kind = entry.kind;
  const why = fill(words[`why.${name.source}`] ?? '', { name: name.text });
  const shown = name.text === entry.title || why === '' ? entry.otherTitle : why;
  return hit(entry.href, entry.title, kind, element('span', shown, 'hit-note'));
}

function textHit({ href, title, excerpt }: FullTextHit): HTMLLIElement {
  const note = element('p', undefined, 'hit-excerpt');
  note.append('… ');
  for (const { text, marked } of excerpt) note.append(marked ? element('mark', text) : text);
  note.append(' …');
  return hit(href, title, note);
}

/**
 * The search field and its results: names first, from the lexicon, then the full text of the same language. Names
 * appear with every keystroke; the text follows when the typing rests.
 */
class SearchPanel extends HTMLElement {
  #query = '';
  /** The query that the hits on the screen answer. */
  #shown = '';
  #timer = 0;
  /** Enter was pressed before the results of the query were there. */
  #opensFirst = false;

  get #words(): Words {
    return JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? '{}') as Words;
  }

  connectedCallback() {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (!form || !input) return;
    input.addEventListener('input', () => void this.#search(input.value));
    input.addEventListener('focus', () => void loadLexicon(this.dataset.lexicon ?? '').catch(() => undefined), {
      once: true,
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const first = this.querySelector<HTMLAnchorElement>('#search-results a');
      if (this.#isPage) first?.focus();
      else if (first && this.#shown === this.#query) first.click();
      else this.#opensFirst = true;
    });
    this.addEventListener('keydown', (event) => this.#moveAmongHits(event));
    if (this.#isPage) {
      input.value = readQuery().slice(0, longestQuery * 2);
      input.focus();
    }
    if (input.value) void this.#search(input.value);
  }

  get #isPage(): boolean {
    return this.closest('dialog') === null;
  }

  /** Arrow keys walk from the field through the hits and back. */
  #moveAmongHits(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing) return;
    const stops = [...this.querySelectorAll<HTMLElement>('input, #search-results a')];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #show(hits: readonly HTMLLIElement[], status: string, busy: boolean) {
    this.#shown = this.#query;
    const results = this.querySelector<HTMLElement>('#search-results');
    results?.querySelector('ol')?.replaceChildren(...hits);
    results?.setAttribute('aria-busy', String(busy));
    const first = hits[0]?.querySelector('a');
    if (this.#opensFirst && first) {
      this.#opensFirst = false;
      first.click();
    }
    const line = this.querySelector('[role=status]');
    if (line && line.textContent !== status) line.textContent = status;
  }

  async #search(typed: string) {
    const words = this.#words;
    const query = typed.trim().slice(0, longestQuery);
    const notes = typed.trim().length > longestQuery ? [fill(words.cut ?? '', { count: longestQuery })] : [];
    this.#query = query;
    this.#opensFirst = false;
    clearTimeout(this.#timer);
    if (this.#isPage) replaceQuery(query);
    if (query === '') return this.#show([], '', false);

    this.querySelector('#search-results')?.setAttribute('aria-busy', 'true');
    const lexicon = await loadLexicon(this.dataset.lexicon ?? '').catch(() => undefined);
    if (query !== this.#query) return;
    if (!lexicon) notes.push(words.noNames ?? '');
    const matches = matchTerms(lexicon ?? [], query).slice(0, mostTermHits);
    this.#show(
      matches.map((match) => termHit(match, words)),
      notes.join(words.space),
      true,
    );
    this.#timer = window.setTimeout(() => void this.#addText(query, matches, notes), restBeforeText);
  }

  /** Adds the pages whose text holds the query below those found by name. */
  async #addText(query: string, matches: readonly TermMatch[], notes: readonly string[]) {
    const words = this.#words;
    const known = new Set(matches.map(({ entry }) => entry.href));
    const found = await searchFullText({
      bundle: this.dataset.fullText ?? '',
      base: this.dataset.base ?? '/',
      locale: isLocale(this.dataset.locale) ? this.dataset.locale : 'en',
      query,
      limit: mostTextHits + known.size,
    }).catch(() => undefined);
    if (query !== this.#query) return;
    const texts = (found ?? []).filter(({ href }) => !known.has(href)).slice(0, mostTextHits);
    const hits = [...matches.map((match) => termHit(match, words)), ...texts.map(textHit)];
    const message = { 0: words.none, 1: words.one }[hits.length] ?? words.many ?? '';
    const status = [
      ...notes,
      fill(message, { count: hits.length, query: shorten(query) }),
      found ? '' : (words.noText ?? ''),
    ];
    this.#show(hits, status.filter(Boolean).join(words.space), false);
  }
}

customElements.define('search-panel', SearchPanel);
