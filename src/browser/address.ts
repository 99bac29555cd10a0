/** The fragment of the address bar without `#`. */
export function readFragment(): string {
  return location.hash.slice(1);
}

/** Writes the fragment without adding to the history: going back leaves the page, it does not undo typing. */
export function replaceFragment(fragment: string): void {
  replaceAddress(`#${fragment}`);
}

/** Writes the fragment as a place of its own: going back leads to where the reader was before. */
export function pushFragment(fragment: string): void {
  history.pushState(null, '', `#${fragment}`);
}

function replaceAddress(address: string): void {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // Some browsers limit how often this may be called; the next change writes it.
  }
}

/** What is searched for, from `?q=`. */
export function readQuery(): string {
  return new URLSearchParams(location.search).get('q') ?? '';
}

/** What kind of page is searched for, from `?kind=`. */
export function readKind(): string | undefined {
  return new URLSearchParams(location.search).get('kind') ?? undefined;
}

/** Writes `?q=` and `?kind=`, or takes them away, without adding to the history. */
export function replaceQuery(query: string, kind?: string): void {
  const search = new URLSearchParams({ ...(query && { q: query }), ...(kind && { kind }) });
  replaceAddress(search.size === 0 ? location.pathname : `?${search}`);
}

/** The whole address with another fragment. */
export function addressWith(fragment: string): string {
  const address = new URL(location.href);
  address.hash = fragment;
  return address.href;
}
