import { holmAdjustment } from '../../metrics/statistics/holm-adjustment.ts';
import { proportionDifference } from '../../metrics/statistics/proportion-difference.ts';
import { netPromoterDifference } from '../../metrics/survey/net-promoter-difference.ts';
import type { RatingCounts } from '../../metrics/survey/rating-counts.ts';
import { failure, type Result, success } from '../../result.ts';
import type { Answer } from '../model.ts';

/** Differences that chance alone would show more rarely than this are called unlikely to be chance alone. */
export const chanceLimit = 0.05;

/** How far two scores or two shares lie apart, and how far they may lie. */
export interface SurveyDifference {
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** Undefined where everybody answered alike in both. */
  readonly pValue: number | undefined;
}

type Part = 'satisfied' | 'agreeing' | 'highEffort';
const parts: readonly Part[] = ['satisfied', 'agreeing', 'highEffort'];

function groupsOf({ values: { promoters, passives, detractors } }: Answer): RatingCounts | undefined {
  return promoters === undefined || passives === undefined || detractors === undefined
    ? undefined
    : { promoters, passives, detractors };
}

function shareOf({ values }: Answer, part: Part) {
  const { [part]: successes, answers: trials } = values;
  return successes === undefined || trials === undefined ? undefined : { successes, trials };
}

/** The change from one answer of a survey model to another of the same; undefined for models that are no survey. */
export function surveyDifference(before: Answer, after: Answer): Result<SurveyDifference, string> | undefined {
  const groups = { before: groupsOf(before), after: groupsOf(after) };
  if (groups.before && groups.after) return netPromoterDifference({ before: groups.before, after: groups.after });
  for (const part of parts) {
    const [first, second] = [shareOf(after, part), shareOf(before, part)];
    if (first && second) return proportionDifference({ first, second });
  }
  return undefined;
}

export type Verdict = 'same' | 'chance' | 'beyond-chance' | 'no-test';

/** What a difference says in plain words. `pValue` is the one that counts: of several comparisons, the adjusted. */
export function verdictOf(difference: number, pValue: number | undefined): Verdict {
  if (difference === 0) return 'same';
  if (pValue === undefined) return 'no-test';
  return pValue < chanceLimit ? 'beyond-chance' : 'chance';
}

export interface NamedCounts {
  readonly name: string;
  readonly counts: RatingCounts;
}

export interface GroupComparison {
  readonly name: string;
  /** What it is compared with; undefined: with all others together. */
  readonly other: string | undefined;
  /** Score of the first less score of the other. */
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  /** Adjusted for the number of comparisons. */
  readonly pValue: number;
  readonly verdict: Verdict;
}

interface Pair {
  readonly name: string;
  readonly other: string | undefined;
  readonly counts: RatingCounts;
  readonly otherCounts: RatingCounts;
}

function sumOf(groups: readonly NamedCounts[]): RatingCounts {
  const total = (name: keyof RatingCounts) => groups.reduce((sum, { counts }) => sum + counts[name], 0);
  return { promoters: total('promoters'), passives: total('passives'), detractors: total('detractors') };
}

export const waysToCompare = ['rest', 'pairs'] as const;
export type WayToCompare = (typeof waysToCompare)[number];

function pairsOf(groups: readonly NamedCounts[], way: WayToCompare): Pair[] {
  if (way === 'rest') {
    return groups.map(({ name, counts }, place) => ({
      name,
      other: undefined,
      counts,
      otherCounts: sumOf(groups.toSpliced(place, 1)),
    }));
  }
  return groups.flatMap(({ name, counts }, place) =>
    groups.slice(place + 1).map((other) => ({ name, other: other.name, counts, otherCounts: other.counts })),
  );
}

/**
 * Groups of one survey compared with all others together, or each with each. The more comparisons, the more would come
 * out by chance: p-values are Holm's, of all comparisons together. Groups must not share answers.
 */
export function compareGroups(
  groups: readonly NamedCounts[],
  way: WayToCompare,
): Result<readonly GroupComparison[], string> {
  if (groups.length < 2) return failure('no-p-values');
  const compared: { readonly pair: Pair; readonly found: SurveyDifference & { readonly pValue: number } }[] = [];
  for (const pair of pairsOf(groups, way)) {
    const found = netPromoterDifference({ before: pair.otherCounts, after: pair.counts });
    if (!found.ok) return found;
    compared.push({ pair, found: found.value });
  }
  const adjusted = holmAdjustment({ pValues: compared.map(({ found }) => found.pValue) });
  if (!adjusted.ok) return adjusted;
  return success(
    compared.map(({ pair: { name, other }, found: { difference, lower, upper, pValue } }, place) => {
      const ofAll = adjusted.value[place] ?? pValue;
      return { name, other, difference, lower, upper, pValue: ofAll, verdict: verdictOf(difference, ofAll) };
    }),
  );
}
