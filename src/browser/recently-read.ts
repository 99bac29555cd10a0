import { readSetting, writeSetting } from './storage.ts';

const most = 30;

/** The part of the Navigation API that is used; TypeScript does not know it yet. */
declare const navigation: { entries(): { readonly url: string | null }[] };

/** Paths of this site in this tab's history, the latest first. Pages need no script for it. */
function pathsOfThisTab(): string[] {
  if (!('navigation' in window)) return [];
  return navigation
    .entries()
    .flatMap(({ url }) => (url ? [new URL(url).pathname] : []))
    .reverse();
}

function keptPaths(): string[] {
  try {
    const kept: unknown = JSON.parse(readSetting('recently-read') ?? '[]');
    return Array.isArray(kept) ? kept.filter((path) => typeof path === 'string') : [];
  } catch {
    return [];
  }
}

/**
 * Paths of pages read on this device, the latest first: those of this tab, and those that were known when the search was
 * opened before. Nothing is written while one only reads.
 */
export function recentlyRead(): string[] {
  const paths = [...new Set([...pathsOfThisTab(), ...keptPaths()])].slice(0, most);
  writeSetting('recently-read', JSON.stringify(paths));
  return paths;
}
