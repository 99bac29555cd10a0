/** Opens the search dialog from the header link, ⌘K, Ctrl K or `/`. Loads nothing until then. */
class SearchOpener extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector('a');
    link?.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      void this.#open(link);
    });
    document.addEventListener('keydown', (event) => {
      const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
      const isShortcut =
        (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) || (event.key === '/' && !typing);
      if (!isShortcut || event.altKey || event.isComposing || !link) return;
      event.preventDefault();
      void this.#open(link);
    });
  }

  #say(sentence: string) {
    const line = document.createElement('p');
    line.role = 'alert';
    line.textContent = sentence;
    this.querySelector('[role=alert]')?.remove();
    this.append(line);
  }

  /** What is typed while the search is still loading goes into its field once it is there. */
  #typedAhead = '';

  async #open(link: HTMLAnchorElement) {
    const keep = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      this.#typedAhead += event.key;
    };
    document.addEventListener('keydown', keep);
    try {
      const { openSearch } = await import('./search-dialog.ts');
      await openSearch(link.href, this.dataset, () => {
        document.removeEventListener('keydown', keep);
        return this.#typedAhead;
      });
    } catch {
      // Out of date: the search page brings what is current. Offline it would only lose the reader's page.
      if (navigator.onLine) location.assign(link.href);
      else this.#say(this.dataset.failed ?? '');
    } finally {
      document.removeEventListener('keydown', keep);
      this.#typedAhead = '';
    }
  }
}

customElements.define('search-opener', SearchOpener);
