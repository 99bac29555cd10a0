import { writeSetting } from '../../browser/storage.ts';

/** The heading the reader has reached: the last one in the upper third of the window or above it. */
function sectionInView(): string {
  const headings = [...document.querySelectorAll<HTMLElement>('main h2[id]')];
  const reached = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  const last = scrollY > 0 ? reached.at(-1) : undefined;
  return last ? `#${last.id}` : '';
}

/** Section ids, search parameters and calculator fragments mean the same in every language. */
class LanguageSwitch extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      if (!link) return;
      writeSetting('language', link.hreflang);
      link.search = location.search;
      link.hash = location.hash || sectionInView();
    });
  }
}

customElements.define('language-switch', LanguageSwitch);
