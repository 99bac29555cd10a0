/** The word on the map that something stands in. */
function linkAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('a[data-near]') : null;
}

/** Draws lines from the term under the pointer or the focus to its neighbours on the map. */
class WordMap extends HTMLElement {
  #map: HTMLElement | null = null;
  #lines: SVGSVGElement | null = null;
  #shown: HTMLElement | null = null;

  connectedCallback(): void {
    this.#map = this.querySelector('.map');
    this.#lines = this.querySelector('.lines');
    this.querySelector<HTMLElement>('p[hidden]')?.removeAttribute('hidden');
    this.addEventListener('focusin', ({ target }) => this.#show(target));
    this.addEventListener('focusout', () => this.#show(null));
    // Where no word is pointed at, the one in focus counts.
    this.addEventListener('pointerover', ({ target }) => this.#show(linkAt(target) ?? document.activeElement));
    this.#map?.addEventListener('pointerleave', () => this.#show(document.activeElement));
    // Words move when the window changes or letters grow: so do the lines.
    if (this.#map) new ResizeObserver(() => this.#show(this.#shown)).observe(this.#map);
    // Keys go to the page, not to the map, where a word is pointed at and none is in focus.
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#show(null);
    });
  }

  #show(target: EventTarget | null): void {
    const link = linkAt(target);
    this.#shown = link;
    for (const shown of this.querySelectorAll<HTMLElement>('[data-shown]')) delete shown.dataset.shown;
    delete this.dataset.shown;
    this.#lines?.replaceChildren();
    if (!link || !this.#lines || !this.#map) return;
    this.dataset.shown = '';
    link.dataset.shown = 'self';
    const near = new Set(link.dataset.near?.split(' '));
    const frame = this.#map.getBoundingClientRect();
    const center = (element: Element) => {
      const box = element.getBoundingClientRect();
      return { x: box.left + box.width / 2 - frame.left, y: box.top + box.height / 2 - frame.top };
    };
    const from = center(link);
    for (const other of this.#map.querySelectorAll<HTMLElement>('a[data-near]')) {
      // A word of a kind that is not shown has no place to draw a line to.
      if (!near.has(other.dataset.term ?? '') || !other.checkVisibility({ visibilityProperty: true })) continue;
      other.dataset.shown = 'near';
      const to = center(other);
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      const bend = (from.y + to.y) / 2;
      path.setAttribute('d', `M${from.x} ${from.y}C${from.x} ${bend} ${to.x} ${bend} ${to.x} ${to.y}`);
      this.#lines.append(path);
    }
  }
}

customElements.define('word-map', WordMap);
