/**
 * What was typed in the last moment of a page. The database works on its own time and may not take it in before the page
 * is gone, or not before the next one looks: this is written at once, and handed to the database by the next page.
 */
const prefix = 'customer-atlas:parting:';
/** Browsers hold some millions of letters of a site; what is larger has to trust the database. */
const longest = 1_000_000;

/** Writes something down at once, if it is small enough. */
export function partWith(key: string, value: unknown): void {
  try {
    const text = JSON.stringify(value);
    if (text.length <= longest) localStorage.setItem(prefix + key, text);
  } catch {
    // Blocked or full: the database alone has it.
  }
}

/** What pages parted with under keys that begin so, each once. It may be anything. */
export function takeParting(keyStart: string): unknown[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix + keyStart));
    return keys.map((key) => {
      const text = localStorage.getItem(key);
      localStorage.removeItem(key);
      return JSON.parse(text ?? 'null') as unknown;
    });
  } catch {
    return [];
  }
}
