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
      // Offline or out of date: the search page itself can say what is wrong.
      location.assign(link.href);
    } finally {
      document.removeEventListener('keydown', keep);
      this.#typedAhead = '';
    }
  }
}

customElements.define('search-opener', SearchOpener);
