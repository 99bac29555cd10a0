import type { CalculationDocument } from '../lib/calculators/document.ts';
import type { CalculatorName } from '../lib/i18n/routes.ts';
import type { QuantityName } from '../lib/metrics/quantities.ts';
import { failure, type Result, success } from '../lib/result.ts';
import { openedDatabase, type StorageProblem, storageFailure, withDatabase } from './database.ts';
import { newId } from './new-id.ts';

/** A saved calculation as a page knows it: another page may have saved a newer one since. */
export interface SavedVersion {
  readonly id: string;
  readonly revision: number;
}

interface Kept {
  readonly id: string;
  readonly calculator: CalculatorName;
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly document: CalculationDocument;
}

export interface Draft extends Kept {
  /** The fragment that stood in the address then: a reload is told from a link by it. */
  readonly fragment: string;
  /** What it was opened from or saved as. */
  readonly saved?: SavedVersion;
}

export interface SavedCalculation extends Kept, SavedVersion {
  readonly name: string;
  /** The result of the first scenario that everything else explains, if there is one. */
  readonly headline?: { readonly quantity: QuantityName; readonly value: number };
}

export type SaveProblem = StorageProblem | 'changed-elsewhere' | 'deleted-elsewhere';

/** Drafts kept of each calculator. */
const mostDrafts = 8;

const saved = () => new BroadcastChannel('customer-atlas:calculations');

function tellOtherPages(): void {
  const channel = saved();
  channel.postMessage('changed');
  channel.close();
}

/** Calls back when another page saves, renames or deletes a calculation. Gives the way to stop. */
export function onSavedElsewhere(listener: () => void): () => void {
  const channel = saved();
  channel.addEventListener('message', listener);
  return () => channel.close();
}

/** The drafts of a calculator, the latest first. Those too many, and those that say the same, are let go. */
export function readDrafts(calculator: CalculatorName): Promise<Result<readonly Draft[], StorageProblem>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('drafts', 'readwrite');
    const all = await transaction.store.index('calculator').getAll(calculator);
    all.sort((one, other) => other.changed - one.changed);
    const contents = all.map(({ document }) => JSON.stringify(document));
    const kept = all.filter((_, index) => contents.indexOf(contents[index] ?? '') === index).slice(0, mostDrafts);
    for (const draft of all) if (!kept.includes(draft)) void transaction.store.delete(draft.id);
    await transaction.done;
    return success(kept);
  });
}

/** Keeps a draft. Where the database is open this is under way when it returns: a page that goes need not wait. */
export async function writeDraft(draft: Draft): Promise<Result<undefined, StorageProblem>> {
  const database = openedDatabase();
  if (!database) {
    return withDatabase(async (ready) => {
      await ready.put('drafts', draft);
      return success(undefined);
    });
  }
  try {
    const transaction = database.transaction('drafts', 'readwrite');
    const written = transaction.store.put(draft);
    transaction.commit();
    await Promise.all([written, transaction.done]);
    return success(undefined);
  } catch (error) {
    return storageFailure(error);
  }
}

/** Keeps a draft unless a later one of the same page is kept already. */
export function writeNewer(draft: Draft): Promise<Result<undefined, StorageProblem>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('drafts', 'readwrite');
    const standing = await transaction.store.get(draft.id);
    if (!standing || standing.changed < draft.changed) void transaction.store.put(draft);
    await transaction.done;
    return success(undefined);
  });
}

/** All saved calculations of a calculator, the latest first. */
export function readSaved(calculator: CalculatorName): Promise<Result<readonly SavedCalculation[], StorageProblem>> {
  return withDatabase(async (database) => {
    const all = await database.getAllFromIndex('calculations', 'calculator', calculator);
    return success(all.sort((one, other) => other.changed - one.changed));
  });
}

/** Saves a calculation anew. */
export function saveNew(
  calculation: Omit<SavedCalculation, 'id' | 'revision'>,
): Promise<Result<SavedVersion, StorageProblem>> {
  return withDatabase(async (database) => {
    const version = { id: newId(), revision: 1 };
    await database.add('calculations', { ...calculation, ...version });
    tellOtherPages();
    return success(version);
  });
}

/** Changes what is saved, unless another page has changed or deleted it since this one looked. */
export function saveOver(
  { id, revision }: SavedVersion,
  changes: Partial<Omit<SavedCalculation, keyof SavedVersion>>,
): Promise<Result<SavedVersion, SaveProblem>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction('calculations', 'readwrite');
    const standing = await transaction.store.get(id);
    if (!standing) return failure('deleted-elsewhere');
    if (standing.revision !== revision) return failure('changed-elsewhere');
    const version = { id, revision: revision + 1 };
    await Promise.all([transaction.store.put({ ...standing, ...changes, ...version }), transaction.done]);
    tellOtherPages();
    return success(version);
  });
}

export function deleteSaved(id: string): Promise<Result<undefined, StorageProblem>> {
  return withDatabase(async (database) => {
    await database.delete('calculations', id);
    tellOtherPages();
    return success(undefined);
  });
}

/** Puts a deleted calculation back as it was. */
export function restoreSaved(calculation: SavedCalculation): Promise<Result<undefined, StorageProblem>> {
  return withDatabase(async (database) => {
    await database.put('calculations', calculation);
    tellOtherPages();
    return success(undefined);
  });
}

/** Deletes all drafts and saved calculations of a calculator on this device. */
export function forgetAll(calculator: CalculatorName): Promise<Result<undefined, StorageProblem>> {
  return withDatabase(async (database) => {
    const transaction = database.transaction(['drafts', 'calculations'], 'readwrite');
    for (const name of ['drafts', 'calculations'] as const) {
      const store = transaction.objectStore(name);
      for (const key of await store.index('calculator').getAllKeys(calculator)) void store.delete(key);
    }
    await transaction.done;
    tellOtherPages();
    return success(undefined);
  });
}
