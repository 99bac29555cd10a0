import { loadDefinitions } from '../../browser/definitions.ts';
import { readSetting, writeSetting } from '../../browser/storage.ts';

/** Resting on a link this long asks for its meaning; passing over it does not. */
const showAfter = 250;
/** Time to move from the link into the preview. */
const hideAfter = 200;
const gap = 6;
/** A link to a term is known by its address: said again on each, it would cost a page more than its previews. */
const termLink = 'main a[href*="/terms/"]';
const slugOf = (link: Element) => /\/terms\/([\w-]+)\//.exec(link.getAttribute('href') ?? '')?.[1];

/** Previews of linked terms on hover and focus: hoverable, dismissed with Escape, and can be turned off. */
class TermNotes extends HTMLElement {
  #preview = document.createElement('div');
  #link: Element | undefined;
  /** The link whose preview is wanted, shown or on its way. */
  #asked: Element | undefined;
  #timer = 0;

  connectedCallback() {
    this.#preview.id = 'preview';
    this.#preview.className = 'preview';
    this.#preview.role = 'tooltip';
    this.#preview.popover = 'manual';
    this.append(this.#preview);
    const linkAt = (event: Event) => (event.target as Element).closest?.(termLink) ?? undefined;
    const isMouse = (event: PointerEvent) => event.pointerType === 'mouse';

    document.addEventListener('pointerover', (event) => {
      if (!isMouse(event)) return;
      const link = linkAt(event);
      if (link) this.#plan(() => void this.#show(link), showAfter);
      else if (this.#preview.contains(event.target as Node)) this.#plan(() => {}, 0);
      // Focus scrolls the page below a pointer at rest: that is no reason to take the preview of the focused link away.
      else if (!document.activeElement?.matches(`${termLink}:focus-visible`)) this.#plan(() => this.#hide(), hideAfter);
    });
    document.addEventListener('focusin', (event) => {
      const link = linkAt(event);
      if (link?.matches(':focus-visible')) this.#plan(() => void this.#show(link), showAfter);
      else if (!this.#preview.contains(event.target as Node)) this.#hide();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#hide();
    });
    this.#switch?.addEventListener('click', () => this.#turn(this.#isOff ? 'on' : 'off'));
    this.#turn(this.#isOff ? 'off' : 'on');
    // The link whose hover or focus brought this script along. On a screen that is touched, a tap leaves its link hovered.
    const canHover = matchMedia('(hover: hover)').matches;
    const waiting = document.querySelector(`${termLink}:focus-visible${canHover ? `, ${termLink}:hover` : ''}`);
    if (waiting) this.#plan(() => void this.#show(waiting), showAfter);
    document.addEventListener('scroll', () => this.#followOrHide(), { passive: true });
  }

  #plan(action: () => void, delay: number) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(action, delay);
  }

  get #isOff(): boolean {
    return readSetting('previews') === 'off';
  }

  /** At the end of the page, where the keyboard reaches it. */
  get #switch() {
    return this.querySelector<HTMLButtonElement>('.switch button');
  }

  #turn(choice: 'on' | 'off') {
    if (this.#isOff !== (choice === 'off')) writeSetting('previews', choice);
    if (this.#switch) this.#switch.textContent = (choice === 'on' ? this.dataset.off : this.dataset.on) ?? '';
    this.#switch?.parentElement?.removeAttribute('hidden');
    this.#hide();
  }

  /** The definition of a term, from the notes of the page or, for one that only the list of neighbors names, fetched. */
  async #definitionOf(slug: string): Promise<string | undefined> {
    const note = this.querySelector(`[data-note="${CSS.escape(slug)}"] dd`)?.textContent;
    if (note) return note;
    const all = await loadDefinitions(this.dataset.terms ?? '').catch(() => undefined);
    return all?.get(slug);
  }

  async #show(link: Element) {
    if (this.#isOff || link === this.#link) return;
    this.#asked = link;
    const slug = slugOf(link);
    const definition = slug && (await this.#definitionOf(slug));
    // Meanwhile the reader may have gone on.
    if (!definition || this.#asked !== link) return;
    this.#hide();
    this.#asked = link;
    this.#link = link;
    const text = document.createElement('p');
    text.id = 'preview-text';
    text.textContent = definition;
    const off = document.createElement('button');
    off.type = 'button';
    off.textContent = this.dataset.off ?? '';
    off.addEventListener('click', () => this.#turn('off'));
    this.#preview.replaceChildren(text, off);
    link.setAttribute('aria-describedby', 'preview-text');
    this.#preview.showPopover();
    this.#place(link);
  }

  /** Below the link, or above it where there is no room; within the window. */
  #place(link: Element) {
    const from = link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#preview;
    const fitsBelow = from.bottom + gap + height <= innerHeight;
    const left = Math.max(gap, Math.min(from.left, innerWidth - width - gap));
    this.#preview.style.left = `${left}px`;
    this.#preview.style.top = `${fitsBelow ? from.bottom + gap : Math.max(gap, from.top - gap - height)}px`;
  }

  /** The preview of a focused link moves with it (focus itself scrolls); that of a hovered one is left behind. */
  #followOrHide() {
    if (!this.#link) return;
    if (this.#link === document.activeElement) this.#place(this.#link);
    else this.#hide();
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#asked = undefined;
    this.#link?.removeAttribute('aria-describedby');
    this.#link = undefined;
    if (this.#preview.matches(':popover-open')) this.#preview.hidePopover();
  }
}

customElements.define('term-notes', TermNotes);
