import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CalculatorName } from '../lib/i18n/routes.ts';
import { type Failure, failure, type Result } from '../lib/result.ts';
import type { Draft, SavedCalculation } from './calculation-store.ts';
import type { MapSnapshot, MapStart, MapStep, MapSummary } from './journey-map-store.ts';

/** Why nothing can be kept on this device. */
export type StorageProblem = 'storage-blocked' | 'storage-full';

/** What the site keeps on a device. Times in milliseconds since 1970. */
export interface AtlasDatabase extends DBSchema {
  /** What was entered into a calculator and not saved under a name. */
  drafts: { key: string; value: Draft; indexes: { calculator: CalculatorName } };
  /** What was saved under a name. */
  calculations: { key: string; value: SavedCalculation; indexes: { calculator: CalculatorName } };
  /** What the list says of each journey map. */
  maps: { key: string; value: MapSummary };
  /** What the history of each map begins with. */
  mapStarts: { key: string; value: MapStart };
  /** What was done to it since, by map and place. */
  mapSteps: { key: [string, number]; value: MapStep };
  /** What it was like at some times, by map and time. */
  mapSnapshots: { key: [string, number]; value: MapSnapshot };
}

const databaseName = 'customer-atlas';

/** What each version of the database added to the one before. Never changed, only added to: readers have old ones. */
const upgrades: readonly ((database: IDBPDatabase<AtlasDatabase>) => void)[] = [
  (database) => {
    database.createObjectStore('drafts', { keyPath: 'id' }).createIndex('calculator', 'calculator');
    database.createObjectStore('calculations', { keyPath: 'id' }).createIndex('calculator', 'calculator');
  },
  (database) => {
    database.createObjectStore('maps', { keyPath: 'id' });
    database.createObjectStore('mapStarts', { keyPath: 'id' });
    database.createObjectStore('mapSteps', { keyPath: ['id', 'index'] });
    database.createObjectStore('mapSnapshots', { keyPath: ['id', 'time'] });
  },
];

let opening: Promise<IDBPDatabase<AtlasDatabase>> | undefined;
let opened: IDBPDatabase<AtlasDatabase> | undefined;

function forget(): void {
  opened?.close();
  opened = undefined;
  opening = undefined;
}

function open(): Promise<IDBPDatabase<AtlasDatabase>> {
  opening ??= openDB<AtlasDatabase>(databaseName, upgrades.length, {
    upgrade: (database, oldVersion) => {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(database);
    },
    // A newer page of the site wants to upgrade, or the reader deletes what is kept: neither waits for this page.
    blocking: forget,
    terminated: forget,
  }).then((database) => {
    opened = database;
    return database;
  });
  // A failure is no reason not to try again.
  opening.catch(forget);
  return opening;
}

/** The database, if it is open: what is done in the moment a page goes cannot wait for it. */
export function openedDatabase(): IDBPDatabase<AtlasDatabase> | undefined {
  return opened;
}

export function storageFailure(error: unknown): Failure<StorageProblem> {
  const isFull = error instanceof DOMException && error.name === 'QuotaExceededError';
  return failure(isFull ? 'storage-full' : 'storage-blocked');
}

/** Does something with the database. Failures are answers: pages work on without keeping anything. */
export async function withDatabase<Value, Problem extends string = never>(
  use: (database: IDBPDatabase<AtlasDatabase>) => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | StorageProblem>> {
  try {
    return await use(await open());
  } catch (error) {
    return storageFailure(error);
  }
}
