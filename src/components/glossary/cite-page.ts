import { copyText } from '../../browser/clipboard.ts';

/** Buttons that copy how to cite a page, its link, or all of it as Markdown. */
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

  #text(kind: string): string | Promise<string> {
    if (kind === 'citation') return this.querySelector('details > p')?.textContent?.trim() ?? '';
    if (kind === 'link') return addressIn('link[rel=canonical]');
    return textAt(addressIn('link[type="text/markdown"]'));
  }
}

function addressIn(selector: string): string {
  return document.querySelector<HTMLLinkElement>(selector)?.href ?? location.href;
}

async function textAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response.text();
}

customElements.define('cite-page', CitePage);
