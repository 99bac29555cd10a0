import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { mdxToMdast } from 'satteri';
import { parse as parseYaml } from 'yaml';
import type { Problem } from '../lib/glossary/check/problem.ts';
import type { ContentSource, EntrySource, PageSource } from '../lib/glossary/check/source-files.ts';
import { type Locale, locales } from '../lib/i18n/locales.ts';
import { componentNames } from './component-names.ts';

type MdastNode = ReturnType<typeof mdxToMdast>;

const frontmatterPattern = /^---\n(.*?)\n---\n/s;

function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as MdastNode)).join('') : '';
}

function visit(node: MdastNode, see: (node: MdastNode) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child as MdastNode, see);
}

/** Reads the content folder. What cannot be read is reported beside what can. */
export function readContent(root: string): ContentSource {
  const unreadable: Problem[] = [];
  const nameOf = (path: string) => relative(root, path);

  function attempt<Value>(path: string, read: (text: string) => Value): Value | undefined {
    try {
      return read(readFileSync(path, 'utf8'));
    } catch (error) {
      const [wrong = 'cannot be read'] = String(error instanceof Error ? error.message : error).split('\n');
      unreadable.push({ file: nameOf(path), field: 'syntax', wrong, mend: 'Mend the syntax at that place.' });
      return undefined;
    }
  }

  function readPage(path: string): PageSource | undefined {
    return attempt(path, (text) => {
      const [whole = '', frontmatter = ''] = frontmatterPattern.exec(text) ?? [];
      const page = {
        file: nameOf(path),
        frontmatter: parseYaml(frontmatter) as unknown,
        headings: [] as { depth: number; text: string }[],
        links: [] as { href: string; text: string }[],
        components: [] as string[],
      };
      visit(mdxToMdast(text.slice(whole.length)), (node) => {
        if (node.type === 'heading') page.headings.push({ depth: node.depth, text: textOf(node) });
        if (node.type === 'link') page.links.push({ href: node.url, text: textOf(node) });
        if ((node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name) page.components.push(node.name);
      });
      return page;
    });
  }

  function readData(path: string): { file: string; value: unknown } | undefined {
    if (!existsSync(path)) return undefined;
    const read = (text: string): unknown => (path.endsWith('.json') ? JSON.parse(text) : parseYaml(text));
    const value = attempt(path, read);
    return value === undefined ? undefined : { file: nameOf(path), value };
  }

  function readEntry(folder: string, slug: string, dataName: string): EntrySource {
    const path = join(folder, slug);
    const expected = [dataName, 'check.yaml', ...locales.map((locale) => `${locale}.mdx`)];
    const pages: Partial<Record<Locale, PageSource>> = {};
    for (const locale of locales) {
      const file = join(path, `${locale}.mdx`);
      const page = existsSync(file) ? readPage(file) : undefined;
      if (page) pages[locale] = page;
    }
    return {
      folder: nameOf(path),
      slug,
      data: readData(join(path, dataName)),
      pages,
      selfCheck: readData(join(path, 'check.yaml')),
      strayFiles: readdirSync(path).filter((name) => !expected.includes(name)).map((name) => nameOf(join(path, name))),
    };
  }

  function readEntries(name: string, dataName: string): EntrySource[] {
    const folder = join(root, name);
    return existsSync(folder) ? readdirSync(folder).sort().map((slug) => readEntry(folder, slug, dataName)) : [];
  }

  const readRequired = (path: string) => readData(path) ?? { file: nameOf(path), value: undefined };
  const messages = Object.fromEntries(locales.map((locale) => [locale, readRequired(join(root, 'ui', `${locale}.json`))]));

  return {
    terms: readEntries('terms', 'concept.yaml'),
    comparisons: readEntries('comparisons', 'comparison.yaml'),
    references: readRequired(join(root, 'references.json')),
    messages: messages as ContentSource['messages'],
    components: componentNames,
    unreadable,
  };
}
