import rules from './search-panel.css?inline';

const styles = new CSSStyleSheet();
styles.replaceSync(rules);
document.adoptedStyleSheets.push(styles);

let dialog: HTMLDialogElement | undefined;
let panel: Promise<Element> | undefined;

const panelInPage = /<search-panel[\s\S]*<\/search-panel>/;

async function fetchPanel(): Promise<Element> {
  const link = document.querySelector<HTMLAnchorElement>('search-opener a');
  const response = await fetch(link?.href ?? '');
  if (!response.ok) throw new Error(`The search page answered ${response.status}.`);
  const [html = ''] = panelInPage.exec(await response.text()) ?? [];
  const found = new DOMParser().parseFromString(html, 'text/html').querySelector('search-panel');
  if (!found) throw new Error('The search page holds no panel.');
  return document.importNode(found, true);
}

/** The panel stands on the search page; the dialog borrows it from there, words included. */
function loadPanel(): Promise<Element> {
  panel ??= fetchPanel();
  panel.catch(() => {
    // The next opening tries again.
    panel = undefined;
  });
  return panel;
}

/** The field can be typed into before this has come. */
const loadScript = () => import('./search-panel.ts');

const fieldOnPage = () => document.querySelector<HTMLInputElement>('main search-panel input');

// Whoever points at the link will want the panel; its script after it, or both would come later.
if (!fieldOnPage()) {
  loadPanel()
    .then(loadScript)
    .catch(() => undefined);
}

function makeDialog(content: Element, { label = '', close = '' }: DOMStringMap): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'search-dialog';
  made.setAttribute('aria-label', label);
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = close;
  button.addEventListener('click', () => made.close());
  made.append(button, content);
  // The first Escape in a search field would only empty it.
  made.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    made.close();
  });
  // An Enter that comes before the script of the panel is kept for it.
  made.addEventListener('submit', (event) => {
    if (customElements.get('search-panel')) return;
    event.preventDefault();
    void customElements.whenDefined('search-panel').then(() => (event.target as HTMLFormElement).requestSubmit());
  });
  made.addEventListener('click', (event) => {
    // A click beside the box lands on the dialog itself.
    const link = (event.target as Element).closest('a');
    const isHere = link?.pathname === location.pathname && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (event.target === made || isHere) made.close();
  });
  document.body.append(made);
  return made;
}

/** Shows the search; on the search page itself, goes to its field. `typedAhead` is what was typed meanwhile. */
export async function openSearch(labels: DOMStringMap, typedAhead: () => string): Promise<void> {
  const onPage = fieldOnPage();
  if (!onPage) {
    const content = await loadPanel();
    dialog ??= makeDialog(content, labels);
    if (!dialog.open) dialog.showModal();
  }
  const field = onPage ?? dialog?.querySelector<HTMLInputElement>('input[type=search]');
  field?.select();
  field?.focus();
  const typed = typedAhead();
  if (field && typed !== '') {
    field.value = typed;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  await loadScript();
}
