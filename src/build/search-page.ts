import { chosenKind, type LexiconEntry } from '../lib/glossary/search/lexicon.ts';
import { hidden } from '../lib/glossary/search/passages.ts';
import type { Locale } from '../lib/i18n/locales.ts';

const mainPattern = /<main\b[^>]*\sdata-pagefind-body\b[^>]*>(.*)<\/main>/s;
const titlePattern = /<\/h1>/;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
const zeroWidthSpace = '\u200b';
const headingTagOrJapanese =
  /<h[1-6]\b.*?<\/h[1-6]>|<[^>]*>|([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+)/gsu;

/**
 * Japanese cut as a browser will cut the query. Pagefind's own dictionary cuts otherwise and keeps compounds whole
 * beside their parts, which finds less and doubles the index. Headings are shown as they are indexed, so they stay.
 */
function cutJapanese(html: string): string {
  const cut = (run: string) => [...segmenter.segment(run)].map(({ segment }) => segment).join(zeroWidthSpace);
  return html.replace(headingTagOrJapanese, (part, run?: string) => (run ? cut(run) : part));
}

function hiddenNames(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `<p data-pagefind-weight="8">${hidden.open}${escaped(names.join('. '))}${hidden.close}</p>`;
}

/**
 * A page as the index should read it: its main part, with its other names below the title, which hits leave out again.
 * Nothing for a page that is not searched.
 */
export function searchPage(html: string, locale: Locale, entry: LexiconEntry | undefined): string | undefined {
  const [, main] = mainPattern.exec(html) ?? [];
  if (main === undefined) return undefined;
  const names = hiddenNames(Object.values(entry?.names ?? {}).flat());
  const helped = main
    .replaceAll('<wbr>', '')
    .replace(
      titlePattern,
      (end) => `${end}<span hidden data-pagefind-filter="kind:${chosenKind(entry?.kind ?? 'page')}"></span>${names}`,
    );
  const text = locale === 'ja' ? cutJapanese(helped) : helped;
  return `<!doctype html><html lang="${locale}"><body><main data-pagefind-body>${text}</main></body></html>`;
}
