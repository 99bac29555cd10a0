/** The part of citation-js that is used here; the packages have no types of their own. */
declare module '@citation-js/core' {
  /** A work as BibTeX: its fields as they are written, not yet escaped. */
  export interface BibtexEntry {
    readonly type: string;
    readonly label: string;
    readonly properties: Readonly<Record<string, string>>;
  }
  export class Cite {
    constructor(work: object);
    format(format: 'bibtex', options: { format: 'object' }): BibtexEntry[];
  }
  export const plugins: {
    readonly config: {
      get(name: '@bibtex'): { readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean } };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
