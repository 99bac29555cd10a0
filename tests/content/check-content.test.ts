import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/build/read-content.ts';
import { checkContent } from '../../src/lib/glossary/check/check-content.ts';
import { formatProblems } from '../../src/lib/glossary/check/problem.ts';
import type { ContentSource } from '../../src/lib/glossary/check/source-files.ts';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const real = readContent(folder('../../src/content'));

describe('the content of the site', () => {
  it('has no problem', () => {
    expect(formatProblems(checkContent(real))).toBe('');
  });
});

describe('bad content', () => {
  it('is reported all at once, each problem with its file, its field, what is wrong and how to mend it', () => {
    const report = formatProblems(checkContent(readContent(folder('../fixtures/broken-content'))));
    expect(`${report}\n`).toBe(readFileSync(folder('../fixtures/broken-content.txt'), 'utf8'));
    for (const line of report.split('\n')) expect(line.split(' · ')).toHaveLength(4);
  });

  /** The real content with one term changed. */
  function withTerm(slug: string, change: (term: ContentSource['terms'][number]) => object): ContentSource {
    return { ...real, terms: real.terms.map((term) => (term.slug === slug ? { ...term, ...change(term) } : term)) };
  }

  it('a missing translation is named by its file', () => {
    const source = withTerm('churn-rate', ({ pages: { ja } }) => ({ pages: { ja } }));
    expect(checkContent(source)).toContainEqual(
      expect.objectContaining({
        file: 'src/content/terms/churn-rate/en.mdx',
        wrong: expect.stringContaining('missing'),
      }),
    );
  });

  it('a question keeps its id when its page is renamed', () => {
    const renamed = (formerSlugs: string[]) => ({
      ...real,
      comparisons: real.comparisons.map((entry) =>
        entry.slug === 'upsell-vs-cross-sell' && entry.data
          ? {
              ...entry,
              slug: 'two-sales',
              data: { ...entry.data, value: { ...Object(entry.data.value), formerSlugs } },
            }
          : entry,
      ),
    });
    expect(formatProblems(checkContent(renamed([])))).toContain('does not begin with "two-sales-"');
    expect(formatProblems(checkContent(renamed(['upsell-vs-cross-sell'])))).not.toContain('does not begin with');
  });

  it('a guide has a heading for each of its sections, and is asked only about those', () => {
    const guided = (sections: readonly string[]) => ({
      ...real,
      guides: real.guides.map((guide) =>
        guide.slug === 'why-now' && guide.data
          ? { ...guide, data: { ...guide.data, value: { ...Object(guide.data.value), sections } } }
          : guide,
      ),
    });
    const problems = formatProblems(checkContent(guided(['one', 'one', 'sources'])));
    expect(problems).toContain('"one" is there twice');
    expect(problems).toContain('"sources" is the anchor of a section of other pages');
    expect(problems).toContain('guide.yaml has 3 sections');
    expect(problems).toContain('why-now.yaml');
    expect(problems).toContain('is no section of this page');
  });

  it('a name shared by the meanings of a disambiguation is fine, one it does not list is not', () => {
    const named = (slug: string) =>
      withTerm(slug, ({ pages }) => ({
        pages: {
          ...pages,
          en: pages.en && { ...pages.en, frontmatter: { ...Object(pages.en.frontmatter), aliases: [{ name: 'CS' }] } },
        },
      }));
    expect(checkContent(named('customer-success'))).toEqual([]);
    expect(formatProblems(checkContent(named('churn-rate')))).toContain('"CS" also names cs');
  });

  it('a definition one character too long is refused in Japanese, at the limit it is not', () => {
    const defined = (length: number) =>
      withTerm('churn-rate', ({ pages }) => ({
        pages: {
          ...pages,
          ja: pages.ja && {
            ...pages.ja,
            frontmatter: { ...Object(pages.ja.frontmatter), definition: 'あ'.repeat(length) },
          },
        },
      }));
    expect(checkContent(defined(90))).toEqual([]);
    expect(formatProblems(checkContent(defined(91)))).toContain('has 91 characters; at most 90');
  });
});
