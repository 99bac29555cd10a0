import vectors from '../vectors/metrics.json' with { type: 'json' };

interface Vector {
  /** Inputs that are single numbers. */
  readonly inputs: Readonly<Record<string, number>> & Readonly<Record<string, never>>;
  /** Inputs and expected results that are lists. */
  readonly lists: Readonly<Record<string, readonly number[]>>;
  readonly tolerance: number;
}

const isNumber = (value: unknown): value is number => typeof value === 'number';

function find(id: string) {
  const found = vectors.find((entry) => entry.id === id);
  if (!found) throw new Error(`tests/vectors holds no "${id}".`);
  return found;
}

/** A published case by its id; its source stands beside it in tests/vectors/metrics.json. */
export function vector(id: string): Vector {
  const { inputs, expected: results, tolerance } = find(id);
  const pairs = Object.entries(inputs);
  const lists = [
    ...pairs,
    ...Object.entries(results).map(([name, value]) => [name === 's' ? 'expected' : name, value] as const),
  ];
  return {
    inputs: Object.fromEntries(pairs.filter(([, value]) => isNumber(value))) as Vector['inputs'],
    lists: Object.fromEntries(lists.filter(([, value]) => Array.isArray(value))) as Vector['lists'],
    tolerance: isNumber(tolerance) ? tolerance : 1e-9,
  };
}

/** One expected number of a published case. */
export function expected(id: string, name: string): number {
  const value = Object.entries(find(id).expected).find(([key]) => key === name)?.[1];
  if (!isNumber(value)) throw new Error(`"${id}" expects no number "${name}".`);
  return value;
}
