import type { CalculatorName } from '../lib/i18n/routes.ts';
import type { Draft } from './calculation-store.ts';

/**
 * What was typed in the last moment of a page. The database works on its own time and may not take it in before the page
 * is gone, or not before the next one looks: this is written at once, and handed to the database by the next page.
 */
const prefix = 'customer-atlas:parting:';
/** Browsers hold some millions of letters of a site; what is larger has to trust the database. */
const longest = 1_000_000;

function keyOf({ calculator, id }: Pick<Draft, 'calculator' | 'id'>): string {
  return `${prefix}${calculator}:${id}`;
}

/** Writes a draft down at once, if it is small enough. */
export function partWith(draft: Draft): void {
  try {
    const text = JSON.stringify(draft);
    if (text.length <= longest) localStorage.setItem(keyOf(draft), text);
  } catch {
    // Blocked or full: the database alone has it.
  }
}

function isDraft(value: unknown): value is Draft {
  const { id, changed, fragment, document } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  const isNamed = typeof id === 'string' && typeof fragment === 'string';
  return isNamed && typeof changed === 'number' && typeof document === 'object';
}

/** The drafts that pages of a calculator parted with, each once. */
export function takeParting(calculator: CalculatorName): Draft[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`${prefix}${calculator}:`));
    return keys.flatMap((key) => {
      const text = localStorage.getItem(key);
      localStorage.removeItem(key);
      const draft: unknown = JSON.parse(text ?? 'null');
      return isDraft(draft) && draft.calculator === calculator ? [draft] : [];
    });
  } catch {
    return [];
  }
}
