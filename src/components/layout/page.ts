/** The script of every page, in one small file: nothing on a page waits for it. */
import '../search/search-opener.ts';
import './language-switch.ts';

/** Previews come with the first sign of a reader at the page; a page that is only loaded does without them. */
const loadPreviews = () => void import('../glossary/term-notes.ts').catch(() => undefined);
if (document.querySelector('term-notes')) {
  for (const sign of ['pointerover', 'focusin', 'keydown']) addEventListener(sign, loadPreviews, { once: true });
}
