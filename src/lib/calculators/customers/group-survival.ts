import { kaplanMeier } from '../../metrics/churn/kaplan-meier.ts';
import { logRankTest } from '../../metrics/churn/log-rank-test.ts';
import { holmAdjustment } from '../../metrics/statistics/holm-adjustment.ts';
import type { Groups } from '../../table/table-data.ts';
import { type Durations, longestOf, type SurvivalSummary, survivalSummary } from './survival-summary.ts';

export interface GroupSurvival extends SurvivalSummary {
  /** '' where the cell was empty. Of the small groups put together, the number of them. */
  readonly name: string | number;
  /** How many would have left if all groups were alike; left out of groups too young to compare. */
  readonly expected?: number;
  /** p-value of this group against all others, adjusted for as many comparisons; with two groups there is one test. */
  readonly pValue?: number;
}

/** Why groups cannot be tested. */
export const untestable = [
  'too-few-groups',
  'nobody-ended',
  'gone-before-first-end',
  'all-ended-at-once',
  'too-large',
  'no-rows',
  'lengths-differ',
  'not-zero-or-one',
  'not-a-number',
  'negative-duration',
] as const satisfies Extract<ReturnType<typeof logRankTest>, { ok: false }>['reason'][];

export interface GroupComparison {
  /** The largest first; small ones together last. */
  readonly groups: readonly GroupSurvival[];
  /** p-value of the log-rank test over all groups that can be compared, or why there is none. */
  readonly test: { readonly pValue: number } | { readonly reason: (typeof untestable)[number] };
}

/** More groups than this are no longer told apart; the small ones are put together. */
const mostGroups = 10;
const pointsPerCurve = 60;
const longestName = 100;

interface NamedDurations extends Durations {
  readonly name: string | number;
}

/** The columns, apart for each group. */
function apart({ durations, ended }: Durations, { index, names }: Groups): NamedDurations[] {
  const sizes = new Uint32Array(names.length);
  for (const group of index) sizes[group] = (sizes[group] ?? 0) + 1;
  const places = [...sizes.keys()].filter((group) => sizes[group]).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const own = places.length > mostGroups ? mostGroups - 1 : mostGroups;
  const rest = places.slice(own);
  const columnOf = new Uint8Array(names.length).fill(own);
  for (const [column, group] of places.slice(0, own).entries()) columnOf[group] = column;

  const total = (groups: readonly number[]) => groups.reduce((sum, group) => sum + (sizes[group] ?? 0), 0);
  const columns = [...places.slice(0, own).map((group) => [group]), ...(rest.length > 0 ? [rest] : [])].map(
    (groups) => ({
      name: groups === rest ? rest.length : (names[groups[0] ?? 0] ?? '').slice(0, longestName),
      durations: new Float64Array(total(groups)),
      ended: new Uint8Array(total(groups)),
    }),
  );
  const filled = columns.map(() => 0);
  for (let row = 0; row < durations.length; row += 1) {
    const column = columnOf[index[row] ?? 0] ?? 0;
    const target = columns[column];
    const place = filled[column] ?? 0;
    if (!target) continue;
    target.durations[place] = durations[row] ?? 0;
    target.ended[place] = ended[row] ?? 0;
    filled[column] = place + 1;
  }
  return columns;
}

/** When the first customer of any group left. */
function firstEnd({ durations, ended }: Durations): number {
  return durations.reduce(
    (first, time, row) => (ended[row] === 1 && time < first ? time : first),
    Number.POSITIVE_INFINITY,
  );
}

/** Survival by group, and whether the groups differ by more than chance. Undefined with fewer than two groups. */
export function compareGroups(all: Durations, groups: Groups): GroupComparison | undefined {
  const columns = apart(all, groups);
  if (columns.length < 2) return undefined;
  const first = firstEnd(all);
  // A group nobody of which was seen up to the first end says nothing about it.
  const old = columns.filter((group) => longestOf(group) >= first);
  const comparable = old.length < 2 ? columns : old;
  const test = logRankTest({ groups: comparable });
  const single = test.ok ? holmAdjustment({ pValues: test.value.groups.map(({ pValue }) => pValue) }) : test;
  return {
    groups: columns.flatMap((group) => {
      const curve = kaplanMeier(group);
      if (!curve.ok) return [];
      const place = comparable.indexOf(group);
      const expected = test.ok ? test.value.groups[place]?.expected : undefined;
      const pValue = single.ok && comparable.length > 2 ? single.value[place] : undefined;
      return {
        name: group.name,
        ...survivalSummary(curve.value, longestOf(group), pointsPerCurve),
        ...(expected !== undefined && { expected }),
        ...(pValue !== undefined && { pValue }),
      };
    }),
    test: test.ok ? { pValue: test.value.pValue } : { reason: test.reason },
  };
}
