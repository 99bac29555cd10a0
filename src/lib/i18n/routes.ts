import type { Locale } from './locales.ts';

export const calculatorNames = ['ltv', 'churn', 'nps'] as const;
export type CalculatorName = (typeof calculatorNames)[number];

/** Every kind of page that has an address. The addresses are a promise: a change needs a redirect. */
export type Route =
  | {
      readonly page:
        | 'home'
        | 'terms'
        | 'map'
        | 'compare'
        | 'guides'
        | 'calculators'
        | 'journey-map'
        | 'references'
        | 'trainers'
        | 'search'
        | 'go';
    }
  | { readonly page: 'term' | 'comparison' | 'guide'; readonly slug: string }
  | { readonly page: 'calculator'; readonly name: CalculatorName };

function routePath(route: Route): string {
  switch (route.page) {
    case 'home':
      return '';
    case 'terms':
    case 'map':
    case 'compare':
    case 'guides':
    case 'calculators':
    case 'journey-map':
    case 'references':
    case 'trainers':
    case 'search':
    case 'go':
      return `${route.page}/`;
    case 'term':
      return `terms/${route.slug}/`;
    case 'comparison':
      return `compare/${route.slug}/`;
    case 'guide':
      return `guides/${route.slug}/`;
    case 'calculator':
      return `calculators/${route.name}/`;
    default:
      return route satisfies never;
  }
}

/**
 * The address of a page in one language.
 * `base` is the path the site is served below and ends with a slash: `/` or `/handbook/`.
 */
export function pagePath(base: string, locale: Locale, route: Route): string {
  return `${base}${locale}/${routePath(route)}`;
}

/** Where the page at an address stands as Markdown too. */
export function markdownPath(path: string): string {
  return `${path.slice(0, -1)}.md`;
}
