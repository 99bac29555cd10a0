/**
 * The little beyond the language that code in `src/lib` may use: it exists in every browser and in Node.
 * `lib` is compiled without DOM types, so it is declared here.
 */
declare class URLSearchParams implements Iterable<[string, string]> {
  constructor(init?: string | Iterable<readonly [string, string]>);
  get(name: string): string | null;
  delete(name: string): void;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
