import './search-panel.ts';

let dialog: HTMLDialogElement | undefined;

/** The panel stands on the search page; the dialog borrows it from there, words included. */
async function fetchPanel(address: string): Promise<Element> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The search page answered ${response.status}.`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const panel = page.querySelector('search-panel');
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
  // A click beside the box lands on the dialog itself.
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
}

/** Shows the search; on the search page itself, goes to its field. */
export async function openSearch(address: string, labels: DOMStringMap): Promise<void> {
  const onPage = document.querySelector<HTMLInputElement>('main search-panel input');
  if (onPage) {
    onPage.select();
    onPage.focus();
    return;
  }
  dialog ??= makeDialog(await fetchPanel(address), labels);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}
