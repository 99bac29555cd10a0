/** The fragment of the address bar without `#`. */
export function readFragment(): string {
  return location.hash.slice(1);
}

/** Writes the fragment without adding to the history: going back leaves the page, it does not undo typing. */
export function replaceFragment(fragment: string): void {
  try {
    history.replaceState(history.state, '', `#${fragment}`);
  } catch {
    // Some browsers limit how often this may be called; the next change writes it.
  }
}

/** The whole address with another fragment. */
export function addressWith(fragment: string): string {
  const address = new URL(location.href);
  address.hash = fragment;
  return address.href;
}
