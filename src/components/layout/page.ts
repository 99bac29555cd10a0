/** The script of every page, in one small file: nothing on a page waits for it. */
import '../search/search-opener.ts';
import './language-switch.ts';

/** Previews and copying come with the first sign of a reader at the page; a page only loaded does without them. */
const loadTools = () =>
  void Promise.all([import('../glossary/term-notes.ts'), import('../glossary/cite-page.ts')]).catch(() => undefined);
if (document.querySelector('term-notes, cite-page')) {
  for (const sign of ['pointerover', 'focusin', 'keydown']) addEventListener(sign, loadTools, { once: true });
}
