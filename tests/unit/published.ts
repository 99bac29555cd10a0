import vectors from '../vectors/metrics.json' with { type: 'json' };

function find(id: string) {
  const found = vectors.find((entry) => entry.id === id);
  if (!found) throw new Error(`tests/vectors holds no "${id}".`);
  return found;
}

/** One entry of a published case, from its inputs or from what they must give. */
function entry(id: string, part: 'inputs' | 'expected', name: string): unknown {
  return Object.entries(find(id)[part]).find(([key]) => key === name)?.[1];
}

function numberIn(id: string, part: 'inputs' | 'expected', name: string): number {
  const value = entry(id, part, name);
  if (typeof value !== 'number') throw new Error(`"${id}" has no number "${name}" in ${part}.`);
  return value;
}

/** Inputs of a published case by name; its source stands beside it in tests/vectors/metrics.json. */
export function inputs<Name extends string>(id: string, ...names: Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, numberIn(id, 'inputs', name)])) as Record<Name, number>;
}

/** A number that a published case expects. */
export function expected(id: string, name: string): number {
  return numberIn(id, 'expected', name);
}

/** A list of numbers of a published case. */
export function list(id: string, part: 'inputs' | 'expected', name: string): readonly number[] {
  const value = entry(id, part, name);
  if (!Array.isArray(value)) throw new Error(`"${id}" has no list "${name}" in ${part}.`);
  return value;
}

/** A table of numbers of a published case, by rows. */
export function table(id: string, part: 'inputs' | 'expected', name: string): readonly (readonly number[])[] {
  const value = entry(id, part, name);
  if (!Array.isArray(value) || !value.every(Array.isArray))
    throw new Error(`"${id}" has no table "${name}" in ${part}.`);
  return value;
}
