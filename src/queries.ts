import { getCollection, getEntry } from 'astro:content';
import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { digestOf } from './build/kept.ts';
import { type Asked, askedSchema } from './lib/glossary/asked.ts';
import { groupForIndex, type IndexGroup } from './lib/glossary/collation.ts';
import {
  type Comparison,
  type ComparisonText,
  type Concept,
  sourcesIn,
  type TermText,
} from './lib/glossary/concept.ts';
import { splitPage } from './lib/glossary/front-matter.ts';
import type { Guide, GuideText } from './lib/glossary/guide.ts';
import type { Reference } from './lib/glossary/reference.ts';
import type { SelfCheck } from './lib/glossary/self-check.ts';
import { type TermGraph, termGraph } from './lib/glossary/term-graph.ts';
import { type Locale, type Localized, locales } from './lib/i18n/locales.ts';
import type { JourneyMap } from './lib/journey-map/document.ts';

/** What stands in the file of a page, below its front matter. */
export interface PageText {
  readonly body: string;
  /** Changes with anything in the file. */
  readonly digest: string;
}

/** A term, a comparison or a guide with everything written about it. */
export interface Entry<Data, Text> {
  readonly slug: string;
  readonly data: Data;
  readonly texts: Localized<Text>;
  readonly contents: Localized<PageText>;
  readonly selfCheck: SelfCheck | undefined;
}

export type Term = Entry<Concept, TermText>;
export type ComparisonPage = Entry<Comparison, ComparisonText>;
export type GuidePage = Entry<Guide, GuideText>;

export interface Glossary {
  readonly terms: ReadonlyMap<string, Term>;
  readonly comparisons: ReadonlyMap<string, ComparisonPage>;
  readonly guides: ReadonlyMap<string, GuidePage>;
  readonly references: ReadonlyMap<string, Reference>;
  readonly graph: TermGraph;
  /** Of everything but the texts of the pages: what any page may show of any other. */
  readonly digest: string;
}

interface Stored<Data> {
  readonly id: string;
  readonly data: Data;
}

interface StoredPage<Text> extends Stored<Text> {
  readonly filePath?: string | undefined;
}

/** Read from the file: the store would carry the texts of all pages through every build. */
function pageText({ id, filePath }: StoredPage<unknown>): PageText {
  if (!filePath) throw new Error(`"${id}" is in no file.`);
  const page = readFileSync(filePath, 'utf8');
  return { body: splitPage(page).body, digest: digestOf(page) };
}

function join<Data, Text>(
  entries: readonly Stored<Data>[],
  texts: readonly StoredPage<Text>[],
  checks: readonly Stored<SelfCheck>[],
): Map<string, Entry<Data, Text>> {
  const contentOf = new Map(texts.map((text) => [text.id, text]));
  const checkOf = new Map(checks.map((check) => [check.id, check.data]));
  return new Map(
    entries.map(({ id: slug, data }) => {
      const inEveryLanguage = <Value>(read: (content: StoredPage<Text>) => Value) =>
        Object.fromEntries(
          locales.map((locale) => {
            const content = contentOf.get(`${slug}/${locale}`);
            if (!content) throw new Error(`"${slug}" has no text in "${locale}".`);
            return [locale, read(content)];
          }),
        ) as Record<Locale, Value>;
      const contents = inEveryLanguage(pageText);
      const words = inEveryLanguage((content) => content.data);
      return [slug, { slug, data, texts: words, contents, selfCheck: checkOf.get(slug) }];
    }),
  );
}

async function readGlossary(): Promise<Glossary> {
  const collections = await Promise.all([
    getCollection('terms'),
    getCollection('termTexts'),
    getCollection('termChecks'),
    getCollection('comparisons'),
    getCollection('comparisonTexts'),
    getCollection('comparisonChecks'),
    getCollection('guides'),
    getCollection('guideTexts'),
    getCollection('guideChecks'),
    getCollection('references'),
  ]);
  const [concepts, termTexts, termChecks, comparisons, comparisonTexts, comparisonChecks, ...others] = collections;
  const [guides, guideTexts, guideChecks, references] = others;
  const terms = join<Concept, TermText>(concepts, termTexts, termChecks);
  return {
    terms,
    comparisons: join<Comparison, ComparisonText>(comparisons, comparisonTexts, comparisonChecks),
    guides: join<Guide, GuideText>(guides, guideTexts, guideChecks),
    references: new Map(references.map(({ id, data }) => [id, data])),
    graph: termGraph(new Map([...terms].map(([slug, { data }]) => [slug, data]))),
    digest: digestOf(JSON.stringify(collections.map((entries) => entries.map(({ id, data }) => [id, data])))),
  };
}

/** Reads once per build; while writing, at every page. */
function oncePerBuild<Value>(read: () => Value): () => Value {
  if (import.meta.env.DEV) return read;
  let known: Value | undefined;
  return () => {
    known ??= read();
    return known;
  };
}

/** The whole glossary. */
export const getGlossary = oncePerBuild(readGlossary);

/** All terms under the letters of a language, where its readers look for them. */
export async function termIndex(locale: Locale): Promise<IndexGroup<Term>[]> {
  const { terms } = await getGlossary();
  return groupForIndex([...terms.values()], locale, ({ texts }) => texts[locale].reading ?? texts[locale].term);
}

/** All terms, one after the other as in the index. */
export async function termsInOrder(locale: Locale): Promise<Term[]> {
  return (await termIndex(locale)).flatMap(({ entries }) => entries);
}

/** All comparisons, in the order of the first of the terms compared. */
export async function comparisonsInOrder(locale: Locale): Promise<ComparisonPage[]> {
  const places = new Map((await termsInOrder(locale)).map(({ slug }, place) => [slug, place]));
  const placeOf = ({ data }: ComparisonPage) => places.get(data.terms[0] ?? '') ?? 0;
  return [...(await getGlossary()).comparisons.values()].sort((one, other) => placeOf(one) - placeOf(other));
}

/** All guides, in the order in which a newcomer may read them. */
export async function guidesInOrder(): Promise<GuidePage[]> {
  return [...(await getGlossary()).guides.values()].sort((one, other) => one.data.order - other.data.order);
}

interface AskedFile {
  readonly slug: string;
  readonly text: string;
}

/** No collection: what is asked would be carried through every build, for one file a language that seldom changes. */
function readAsked(): readonly AskedFile[] {
  const folder = 'src/content/asked';
  const names = readdirSync(folder).sort();
  return names.map((name) => ({ slug: name.replace(/\.yaml$/, ''), text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

const getAskedFiles = oncePerBuild(readAsked);

/** What people ask of each page, by its slug. */
export function getAsked(): ReadonlyMap<string, Asked> {
  return new Map(getAskedFiles().map(({ slug, text }) => [slug, askedSchema.parse(load(text))]));
}

/** A page that is only text. */
export async function getPage(name: string, locale: Locale): Promise<PageText> {
  const page = await getEntry('pages', `${name}/${locale}`);
  if (!page) throw new Error(`There is no page "${name}" in "${locale}".`);
  return pageText(page);
}

/** A map to begin with. */
export async function getJourneyMap(name: string, locale: Locale): Promise<JourneyMap> {
  const map = await getEntry('journeyMaps', `${name}/${locale}`);
  if (!map) throw new Error(`There is no journey map "${name}" in "${locale}".`);
  return map.data;
}

/** The works that the pages of a language name, in the order of the bibliography. */
export async function citedReferences(locale: Locale): Promise<Reference[]> {
  const { terms, comparisons, guides, references } = await getGlossary();
  const entries = [...terms.values(), ...comparisons.values(), ...guides.values()];
  const cited = new Set(
    entries.flatMap(({ data }) => sourcesIn(data.sources, locale).map(({ reference }) => reference)),
  );
  return [...references.values()].filter(({ id }) => cited.has(id));
}

/** Static paths: every language, crossed with what a page is made from. */
export function inEveryLanguage<Item>(items: readonly Item[], parameters: (item: Item) => Record<string, string>) {
  return locales.flatMap((locale) =>
    items.map((item) => ({ params: { lang: locale, ...parameters(item) }, props: { locale, item } })),
  );
}

/**
 * Static paths of entries, in every language: where each stands, and where it stood under former slugs. A page is
 * rendered again only if its text, or anything else that a page can show, has changed.
 */
export async function entryPaths(kind: 'terms' | 'comparisons' | 'guides') {
  const { [kind]: entries, digest } = await getGlossary();
  return [...entries.values()].flatMap((item) =>
    [item.slug, ...item.data.formerSlugs].flatMap((slug) =>
      locales.map((locale) => ({
        params: { lang: locale, slug },
        props: { locale, item, isMoved: slug !== item.slug },
        cacheKey: digestOf(digest, item.contents[locale].digest),
      })),
    ),
  );
}

export function languagePaths() {
  return locales.map((locale) => ({ params: { lang: locale }, props: { locale } }));
}

/**
 * Static paths of files made from the data of entries, in every language: a file is made again only if any of it has
 * changed. Not for pages, which name scripts that change with the scripts of other pages.
 */
export async function languageFilePaths() {
  const { digest: cacheKey } = await getGlossary();
  return languagePaths().map((path) => ({ ...path, cacheKey }));
}

/** The same of what is asked of all pages: its file is made again if that has changed, or any of those data. */
export async function askedFilePaths() {
  const asked = digestOf(...getAskedFiles().flatMap(({ slug, text }) => [slug, text]));
  return (await languageFilePaths()).map((path) => ({ ...path, cacheKey: digestOf(path.cacheKey, asked) }));
}
