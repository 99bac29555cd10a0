import type { Locale } from '../../i18n/locales.ts';
import type { Problem } from './problem.ts';

/** What the check needs to know of one MDX page, read but not yet trusted. */
export interface PageSource {
  readonly file: string;
  readonly frontmatter: unknown;
  readonly headings: readonly { readonly depth: number; readonly text: string }[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly components: readonly string[];
}

/** One folder of `terms/`, `comparisons/` or `guides/`. */
export interface EntrySource {
  readonly folder: string;
  readonly slug: string;
  /** `concept.yaml`, `comparison.yaml` or `guide.yaml`, parsed as YAML; undefined when there is no such file. */
  readonly data: { readonly file: string; readonly value: unknown } | undefined;
  readonly pages: Partial<Record<Locale, PageSource>>;
  readonly selfCheck: { readonly file: string; readonly value: unknown } | undefined;
  readonly strayFiles: readonly string[];
}

/** One file of `asked/`, named after the slug of its page. */
export interface AskedSource {
  readonly file: string;
  readonly slug: string;
  readonly value: unknown;
}

/** All content as it lies on disk. */
export interface ContentSource {
  readonly terms: readonly EntrySource[];
  readonly comparisons: readonly EntrySource[];
  readonly guides: readonly EntrySource[];
  readonly asked: readonly AskedSource[];
  readonly references: { readonly file: string; readonly value: unknown };
  readonly messages: Readonly<Record<Locale, { readonly file: string; readonly value: unknown }>>;
  /** Components that pages may use. */
  readonly components: readonly string[];
  /** Files that could not be read at all. */
  readonly unreadable: readonly Problem[];
}
