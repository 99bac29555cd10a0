import { currencies } from '../i18n/locales.ts';
import { calculatorNames, type Route } from '../i18n/routes.ts';
import { templateNames } from '../journey-map/template-names.ts';

/**
 * A link as authors write it: `term:churn-rate#how`, `compare:a-vs-b`, `guide:why-now`,
 * `calculator:ltv?churn=0.05`, `journey-map:coffee-shop`, `ref:oliver-1980`.
 */
export type ContentLink =
  | { readonly to: 'page'; readonly route: Route; readonly fragment: string }
  | { readonly to: 'reference'; readonly id: string };

const pattern = /^(term|compare|guide|calculator|journey-map|ref):([a-z0-9-]+)(?:[?#](.*))?$/;

/** Reads a link of the content; undefined when it is none of the known forms. */
export function parseContentLink(href: string): ContentLink | undefined {
  const [, scheme, target = '', fragment = ''] = pattern.exec(href) ?? [];
  const calculator = calculatorNames.find((name) => name === target);
  const template = templateNames.find((name) => name === target);
  switch (scheme) {
    case 'term':
      return { to: 'page', route: { page: 'term', slug: target }, fragment };
    case 'compare':
      return { to: 'page', route: { page: 'comparison', slug: target }, fragment };
    case 'guide':
      return { to: 'page', route: { page: 'guide', slug: target }, fragment };
    case 'calculator':
      return (
        calculator && { to: 'page', route: { page: 'calculator', name: calculator }, fragment: withVersion(fragment) }
      );
    case 'journey-map':
      return template && { to: 'page', route: { page: 'journey-map' }, fragment: `template=${template}` };
    case 'ref':
      return { to: 'reference', id: target };
    default:
      return undefined;
  }
}

/** How a picture among the text cites a work. */
export const citedByPicture = /\breference: ["']([a-z0-9-]+)["']/g;

/** The links of a page as its author wrote it, in their order, then what its pictures cite. */
export function linksIn(body: string): ContentLink[] {
  const links = [...body.matchAll(/\]\(([^)]+)\)/g)].flatMap(([, href = '']) => parseContentLink(href) ?? []);
  const cited = [...body.matchAll(citedByPicture)].map(([, id = '']) => ({ to: 'reference', id }) as const);
  return [...links, ...cited];
}

/** The headings of a page as its author wrote them. */
export function headingsIn(body: string): string[] {
  return body.match(/(?<=^## ).+$/gm) ?? [];
}

/** Calculator links carry the version of their format, so that old ones keep opening. */
function withVersion(parameters: string): string {
  const given = new URLSearchParams(parameters);
  const currency = currencies.find((known) => known === given.get('currency'));
  if (currency === undefined) given.delete('currency');
  return parameters === '' ? '' : new URLSearchParams([['v', '1'], ...given]).toString();
}
