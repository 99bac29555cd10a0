const load = () => import('./search-dialog.ts');

/** Opens the search dialog from the header link, ⌘K, Ctrl K or `/`. Loads nothing until one of them shows. */
class SearchOpener extends HTMLElement {
  connectedCallback() {
    const link = this.querySelector('a');
    if (!link) return;
    link.onpointerover = link.onfocus = () => load().catch(() => {});
    link.onclick = (event) => {
      if (!(event.metaKey || event.ctrlKey || event.shiftKey)) void this.#open(link, event);
    };
    document.addEventListener('keydown', (event) => {
      const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
      const isShortcut =
        (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) || (event.key === '/' && !typing);
      if (isShortcut && !event.altKey && !event.isComposing) void this.#open(link, event);
    });
  }

  #say(sentence: string) {
    const line = document.createElement('p');
    line.role = 'alert';
    line.textContent = sentence;
    this.querySelector('[role=alert]')?.remove();
    this.append(line);
  }

  async #open(link: HTMLAnchorElement, sign: Event) {
    sign.preventDefault();
    /** What is typed while the search is still loading goes into its field once it is there. */
    let typed = '';
    const keep = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      typed += event.key;
    };
    const typedAhead = () => {
      document.removeEventListener('keydown', keep);
      return typed;
    };
    document.addEventListener('keydown', keep);
    try {
      const { openSearch } = await load();
      await openSearch(this.dataset, typedAhead);
    } catch {
      typedAhead();
      // Out of date: the search page brings what is current. Offline it would only lose the reader's page.
      if (navigator.onLine) location.assign(link.href);
      else this.#say(this.dataset.failed ?? '');
    }
  }
}

customElements.define('search-opener', SearchOpener);
