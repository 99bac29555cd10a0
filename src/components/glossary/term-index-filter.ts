import { readQuery, replaceQuery } from '../../browser/address.ts';
import { fill } from '../search/elements.ts';

/** Milliseconds without a keystroke before the count is said. */
const restBeforeCount = 500;

/** Narrows the list around it to what has a name that fits the field, together with the kind that is chosen. */
class TermIndexFilter extends HTMLElement {
  #timer = 0;

  connectedCallback() {
    const field = this.#field;
    field?.addEventListener('focus', () => void this.#matching(''), { once: true });
    field?.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || field.value === '') return;
      event.preventDefault();
      field.value = '';
      void this.#narrow();
    });
    // The field, or the choice of a kind.
    this.parentElement?.addEventListener('input', () => void this.#narrow());
    if (field) field.value = readQuery();
    if (this.#query !== '') void this.#narrow();
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  get #query(): string {
    return this.#field?.value.trim() ?? '';
  }

  /** Addresses of what fits; undefined when the names, or the code that compares them, cannot be loaded. */
  async #matching(query: string): Promise<ReadonlySet<string> | undefined> {
    try {
      const { matchingPages } = await import('./matching-pages.ts');
      return await matchingPages(query, this.dataset);
    } catch {
      return undefined;
    }
  }

  async #narrow() {
    const query = this.#query;
    if (query !== readQuery()) replaceQuery(query);
    if (query === '') return this.#show(() => true, '');
    const found = await this.#matching(query);
    if (query !== this.#query) return;
    if (!found) return this.#show(() => true, this.dataset.failed ?? '');
    this.#show((address) => found.has(address));
  }

  /** Shows the pages at the addresses that fit, and the sections and letters that have any; says how many. */
  #show(fits: (address: string) => boolean, sentence?: string) {
    let count = 0;
    for (const section of this.parentElement?.querySelectorAll('section') ?? []) {
      const shown = this.#narrowSection(section, fits);
      section.hidden = shown === 0;
      const letter = this.parentElement?.querySelector(`nav a[href="#${section.getAttribute('aria-labelledby')}"]`);
      letter?.toggleAttribute('hidden', section.hidden);
      count += shown;
    }
    const { one = '', many = '', none = '' } = this.dataset;
    const counted = count === 0 ? none : fill(count === 1 ? one : many, { count });
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#say(sentence ?? counted, count === 0), restBeforeCount);
  }

  /** How many pages of a section are shown then; the page's own styles hide those of another kind. */
  #narrowSection(section: HTMLElement, fits: (address: string) => boolean): number {
    const kind = this.parentElement?.querySelector<HTMLInputElement>('[name=kind]:checked')?.value;
    const items = [...section.querySelectorAll('li')];
    for (const item of items) item.hidden = !fits(item.querySelector('a')?.getAttribute('href') ?? '');
    return items.filter(({ hidden, dataset }) => !hidden && (!kind || !dataset.kind || dataset.kind === kind)).length;
  }

  #say(sentence: string, isNothingFound: boolean) {
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = sentence;
    const search = this.querySelector('a');
    if (!search) return;
    search.search = String(new URLSearchParams({ q: this.#query }));
    search.hidden = !isNothingFound;
  }
}

customElements.define('term-index-filter', TermIndexFilter);
