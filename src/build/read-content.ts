import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { mdxToMdast } from 'satteri';
import type { Problem } from '../lib/glossary/check/problem.ts';
import type { AskedSource, ContentSource, EntrySource, PageSource } from '../lib/glossary/check/source-files.ts';
import { componentNames } from '../lib/glossary/component-names.ts';
import { citedByPicture } from '../lib/glossary/content-links.ts';
import { splitPage } from '../lib/glossary/front-matter.ts';
import { type Locale, locales } from '../lib/i18n/locales.ts';
import { digestOfFiles, type Shelf } from './kept.ts';

type MdastNode = ReturnType<typeof mdxToMdast>;

/** Dates stay as they are written: 30 February would else become 2 March. An empty text is null. */
const parseYaml = (text: string): unknown => load(text, { schema: CORE_SCHEMA }) ?? null;

function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as MdastNode)).join('') : '';
}

function visit(node: MdastNode, see: (node: MdastNode) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child as MdastNode, see);
}

/** What stands in an MDX page below its front matter. */
function parsePage(text: string): Pick<PageSource, 'headings' | 'links' | 'components'> {
  const headings: { depth: number; text: string }[] = [];
  const links: { href: string; text: string }[] = [];
  const components: string[] = [];
  visit(mdxToMdast(text), (node) => {
    if (node.type === 'heading') headings.push({ depth: node.depth, text: textOf(node) });
    if (node.type === 'link') links.push({ href: node.url, text: textOf(node) });
    if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name)
      components.push(node.name);
  });
  const cited = text.matchAll(citedByPicture);
  links.push(...[...cited].map(([, id = '']) => ({ href: `ref:${id}`, text: '' })));
  return { headings, links, components };
}

/** A change of this file, or of what it stands on, parses every file anew. */
const reader = digestOfFiles(
  'src/build/read-content.ts',
  'src/lib/glossary/content-links.ts',
  'src/lib/glossary/front-matter.ts',
  'package-lock.json',
);

/** Reads the content folder. What cannot be read is reported beside what can; what could be parsed may be kept. */
export function readContent(root: string, shelf?: Shelf<unknown>): ContentSource {
  const unreadable: Problem[] = [];
  /** Paths as one would type them: from where the command runs. */
  const nameOf = (path: string) => relative(process.cwd(), path);

  function attempt<Value>(path: string, read: () => Value): Value | undefined {
    try {
      return read();
    } catch (error) {
      const [wrong = 'cannot be read'] = String(error instanceof Error ? error.message : error).split('\n');
      unreadable.push({ file: nameOf(path), field: 'syntax', wrong, mend: 'Mend the syntax at that place.' });
      return undefined;
    }
  }

  /** What a text says; undefined if it cannot be parsed. */
  function parsed<Value>(path: string, text: string, parse: (text: string) => Value): Value | undefined {
    const known = () => (shelf ? (shelf.get([reader, parse.name, text], () => parse(text)) as Value) : parse(text));
    return attempt(path, known);
  }

  function readPage(path: string): PageSource {
    const { frontMatter, body } = splitPage(readFileSync(path, 'utf8'));
    return {
      file: nameOf(path),
      frontmatter: parsed(path, frontMatter, parseYaml),
      ...(parsed(path, body, parsePage) ?? { headings: [], links: [], components: [] }),
    };
  }

  function readData(path: string): { file: string; value: unknown } | undefined {
    if (!existsSync(path)) return undefined;
    const parse: (text: string) => unknown = path.endsWith('.json') ? JSON.parse : parseYaml;
    return { file: nameOf(path), value: parsed(path, readFileSync(path, 'utf8'), parse) };
  }

  function readEntry(folder: string, slug: string, dataName: string): EntrySource {
    const path = join(folder, slug);
    const expected = [dataName, 'check.yaml', ...locales.map((locale) => `${locale}.mdx`)];
    const pages: Partial<Record<Locale, PageSource>> = {};
    for (const locale of locales) {
      const file = join(path, `${locale}.mdx`);
      if (existsSync(file)) pages[locale] = readPage(file);
    }
    return {
      folder: nameOf(path),
      slug,
      data: readData(join(path, dataName)),
      pages,
      selfCheck: readData(join(path, 'check.yaml')),
      strayFiles: readdirSync(path)
        .filter((name) => !expected.includes(name))
        .map((name) => nameOf(join(path, name))),
    };
  }

  function readEntries(name: string, dataName: string): EntrySource[] {
    const folder = join(root, name);
    return existsSync(folder)
      ? readdirSync(folder)
          .sort()
          .map((slug) => readEntry(folder, slug, dataName))
      : [];
  }

  /** Files of a folder, by the slugs they are named after. */
  function readNamed(name: string): AskedSource[] {
    const folder = join(root, name);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .flatMap((file) => {
        const data = readData(join(folder, file));
        return data ? [{ slug: file.replace(/\.yaml$/, ''), ...data }] : [];
      });
  }

  const readRequired = (path: string) => readData(path) ?? { file: nameOf(path), value: undefined };
  const messages = Object.fromEntries(
    locales.map((locale) => [locale, readRequired(join(root, 'ui', `${locale}.json`))]),
  );

  return {
    terms: readEntries('terms', 'concept.yaml'),
    comparisons: readEntries('comparisons', 'comparison.yaml'),
    guides: readEntries('guides', 'guide.yaml'),
    asked: readNamed('asked'),
    references: readRequired(join(root, 'references.json')),
    messages: messages as ContentSource['messages'],
    components: componentNames,
    unreadable,
  };
}
