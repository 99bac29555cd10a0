import { currentVersion } from './document.ts';

/** How a document of one version becomes one of the next. */
export interface Migration {
  /** What the new version brought. */
  readonly name: string;
  readonly change: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** One for every version but the first, in their order: the first of them leads from version 1 to 2. */
export const migrations: readonly Migration[] = [];

/** A document of an older version as one of this version. */
export function migrated(document: Readonly<Record<string, unknown>>, version: number): unknown {
  const changed = migrations.slice(version - 1).reduce((before, { change }) => change(before), document);
  return { ...changed, version: currentVersion };
}
