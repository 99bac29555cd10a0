import './search-panel.ts';

let dialog: HTMLDialogElement | undefined;

const panelInPage = /<search-panel[\s\S]*<\/search-panel>/;

/** The panel stands on the search page; the dialog borrows it from there, words included. */
async function fetchPanel(address: string): Promise<Element> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The search page answered ${response.status}.`);
  const [html = ''] = panelInPage.exec(await response.text()) ?? [];
  const panel = new DOMParser().parseFromString(html, 'text/html').querySelector('search-panel');
  if (!panel) throw new Error('The search page holds no panel.');
  return document.importNode(panel, true);
}

function makeDialog(panel: Element, { label = '', close = '' }: DOMStringMap): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', label);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = close;
  button.addEventListener('click', () => made.close());
  made.append(panel, button);
  // The first Escape in a search field would only empty it.
  made.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) made.close();
  });
  // A click beside the box lands on the dialog itself.
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
}

/** Shows the search; on the search page itself, goes to its field. `typedAhead` is what was typed meanwhile. */
export async function openSearch(address: string, labels: DOMStringMap, typedAhead: () => string): Promise<void> {
  const onPage = document.querySelector<HTMLInputElement>('main search-panel input');
  if (!onPage) {
    dialog ??= makeDialog(await fetchPanel(address), labels);
    if (!dialog.open) dialog.showModal();
  }
  const field = onPage ?? dialog?.querySelector('input');
  field?.select();
  field?.focus();
  const typed = typedAhead();
  if (!field || typed === '') return;
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
