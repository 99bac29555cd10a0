import { copyText } from '../../browser/clipboard.ts';

/** Buttons that copy how to cite a page, its link, or its name and definition as Markdown. */
class CitePage extends HTMLElement {
  connectedCallback(): void {
    for (const hidden of this.querySelectorAll('[hidden]')) hidden.removeAttribute('hidden');
    this.addEventListener('click', ({ target }) => {
      const kind = target instanceof HTMLElement ? target.dataset.copy : undefined;
      if (kind) void this.#copy(kind);
    });
  }

  async #copy(kind: string): Promise<void> {
    const done = await copyText(this.#text(kind));
    const status = this.querySelector('[role=status]');
    if (status) status.textContent = (done ? this.dataset.done : this.dataset.failed) ?? '';
  }

  #text(kind: string): string {
    const citation = this.querySelector('details > p')?.textContent?.trim() ?? '';
    const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    if (kind === 'citation') return citation;
    if (kind === 'link') return link;
    // What the reading above a name says is no part of the name.
    const heading = document.querySelector('h1')?.cloneNode(true) as HTMLElement | undefined;
    for (const reading of heading?.querySelectorAll('rt, rp') ?? []) reading.remove();
    const definition = document.querySelector('#definition')?.cloneNode(true) as HTMLElement | undefined;
    definition?.querySelector('dfn')?.remove();
    const name = heading?.textContent?.trim() ?? '';
    return `**[${name}](${link})**: ${definition?.textContent?.trim() ?? ''}\n\n${citation}\n`;
  }
}

customElements.define('cite-page', CitePage);
