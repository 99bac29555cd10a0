/** The part of citation-js that is used here; the packages have no types of their own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(works: readonly object[]);
    format(format: 'bibtex'): string;
  }
  export const plugins: {
    readonly config: {
      get(name: '@bibtex'): { readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean } };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
