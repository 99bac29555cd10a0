import type { Locale } from '../i18n/locales.ts';
import type { Source } from './concept.ts';
import type { Reference } from './reference.ts';

type Author = Reference['author'][number];

function familyName(author: Author): string {
  if ('literal' in author) return author.literal;
  const particle = author['non-dropping-particle'];
  return particle ? `${particle} ${author.family}` : author.family;
}

/** East Asian names are written family name first, without a comma. */
function isEastAsian(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function fullName(author: Author): string {
  if ('literal' in author) return author.literal;
  const { given, suffix } = author;
  const family = familyName(author);
  if (!given) return family;
  if (isEastAsian(family))
    return /^[\p{Script=Katakana}ー]+$/u.test(family) ? `${given}・${family}` : `${family}${given}`;
  const initials = given.split(/\s+/).map((part) => (part.endsWith('.') ? part : `${part[0] ?? ''}.`));
  return [`${family}, ${initials.join(' ')}`, suffix].filter(Boolean).join(', ');
}

function listNames(names: readonly string[], isJapanese: boolean): string {
  if (isJapanese) return names.join('、');
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} & ${names[names.length - 1]}`;
}

/** The year of a work, with its letter where others of the same authors appeared in it: 2003, 2005a. */
export function yearOf(reference: Reference): string | undefined {
  const year = reference.issued?.['date-parts'][0]?.[0];
  return year === undefined ? undefined : `${year}${reference['year-suffix'] ?? ''}`;
}

/** The label of a citation in running text, in the page's script: `Oliver et al. 1997`, 狩野ほか 1984, `ISO 10004:2018`. */
export function shortCitation(reference: Reference, locale: Locale): string {
  if (reference.type === 'standard' && reference.number) return reference.number;
  const english = locale === 'en' ? reference.custom.english : undefined;
  const [first, second, ...others] = english?.authors ?? reference.author.map(familyName);
  const isJapanese = reference.language === 'ja' && !english;
  const more = locale === 'ja' || isJapanese ? 'ほか' : ' et al.';
  const names = others.length > 0 ? `${first}${more}` : [first, second].filter(Boolean).join(isJapanese ? '・' : ' & ');
  return [names, yearOf(reference)].filter((part) => part !== undefined).join(' ');
}

export interface Citation {
  readonly authors: string;
  /** The year, or in the language of the work that there is none. */
  readonly year: string;
  readonly title: string;
  /** Where it appeared, to be set in italics. */
  readonly container: string | undefined;
  /** Volume, pages, publisher and the like, ready to follow the container. */
  readonly details: string;
  readonly href: string | undefined;
}

function detailsOf(reference: Reference, isJapanese: boolean): string {
  const { volume, issue, page, publisher, number, type } = reference;
  const numbering = volume && issue ? `${volume}(${issue})` : (volume ?? issue);
  const pages =
    page && (isJapanese ? `${page}頁` : page.includes('-') || page.includes('–') ? `pp. ${page}` : `p. ${page}`);
  const translators = reference.translator?.map(fullName);
  const translated = translators && (isJapanese ? `${translators.join('・')}訳` : `trans. ${translators.join(', ')}`);
  const isInOwnName =
    publisher !== undefined && reference.author.some((author) => 'literal' in author && author.literal === publisher);
  return [translated, type === 'standard' ? undefined : number, numbering, pages, isInOwnName ? undefined : publisher]
    .filter(Boolean)
    .join(isJapanese ? '、' : ', ')
    .replaceAll('-', '–');
}

/** The parts of a bibliography entry. Works are cited in their own language, whatever the page's. */
export function fullCitation(reference: Reference): Citation {
  const isJapanese = reference.language === 'ja';
  const { DOI, URL, type, number } = reference;
  return {
    authors: listNames(reference.author.map(fullName), isJapanese),
    year: yearOf(reference) ?? (isJapanese ? '発行年不明' : 'n.d.'),
    title: type === 'standard' && number ? `${number}, ${reference.title}` : reference.title,
    container: reference['container-title'],
    details: detailsOf(reference, isJapanese),
    href: DOI ? `https://doi.org/${DOI}` : URL,
  };
}

const locatorWords = {
  en: { page: 'p.', chapter: 'ch.', section: 'sec.', table: 'table', figure: 'fig.', equation: 'eq.' },
  ja: { page: '', chapter: '', section: '', table: '表', figure: '図', equation: '式' },
} as const;
const locatorSuffixes = { page: '頁', chapter: '章', section: '節', table: '', figure: '', equation: '' } as const;

/** Where in the work: `p. 69, table 2.1` or 69頁、表2.1. */
export function locatorText(locator: Source['locator'], locale: Locale): string {
  if (!locator) return '';
  const parts = (Object.keys(locatorSuffixes) as (keyof typeof locatorSuffixes)[]).flatMap((part) => {
    const value = locator[part];
    if (value === undefined) return [];
    const word = locatorWords[locale][part];
    return locale === 'ja' ? [`${word}${value}${locatorSuffixes[part]}`] : [`${word} ${value}`];
  });
  return parts.join(locale === 'ja' ? '、' : ', ');
}
