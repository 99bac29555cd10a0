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

  async #open(link: HTMLAnchorElement) {
    try {
      const { openSearch } = await import('./search-dialog.ts');
      await openSearch(link.href, this.dataset);
    } catch {
      // Offline or out of date: the search page itself can say what is wrong.
      location.assign(link.href);
    }
  }
}

customElements.define('search-opener', SearchOpener);
