const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds between two snapshots while a map is changed. */
export const snapshotEvery = minute;

/** Up to which age snapshots are kept how far apart: the older, the fewer. */
const spacings = [
  { age: hour / 4, apart: minute },
  { age: day, apart: hour },
  { age: 60 * day, apart: day },
  { age: Number.POSITIVE_INFINITY, apart: 30 * day },
] as const;

/**
 * The snapshots that can go: of those that fall into the same minute, hour, day or month, all but the earliest. The
 * latest always stays. Times in milliseconds since 1970, the earliest first.
 */
export function snapshotsToDrop(times: readonly number[], now: number): number[] {
  let before: string | undefined;
  return times.slice(0, -1).filter((time) => {
    const { apart } = spacings.find(({ age }) => now - time <= age) ?? spacings[3];
    const span = `${apart} ${Math.floor(time / apart)}`;
    const isSame = span === before;
    before = span;
    return isSame;
  });
}
