declare module 'damerau-levenshtein' {
  /** Letters left out, added, mistaken or swapped between two texts (optimal string alignment). */
  export default function distance(one: string, other: string): { readonly steps: number };
}
