import type { ObservedDurations } from '../../metrics/churn/observed-durations.ts';
import { proportionInterval } from '../../metrics/statistics/proportion-interval.ts';

export interface AgeChurn {
  /** The first period of a customer ends at age 1. */
  readonly age: number;
  /** Customers who reached this period and were seen until they left in it or it ended. */
  readonly atRisk: number;
  readonly lost: number;
  /** 95 % interval of lost ÷ at risk. */
  readonly lower: number;
  readonly upper: number;
}

/** All periods of all customers together. */
export interface ChurnByAge {
  /** The first ages. */
  readonly ages: readonly AgeChurn[];
  /** Periods that customers were seen in, each period of each customer counted once. */
  readonly periods: number;
  readonly lost: number;
}

/** Five years of months. */
const mostAges = 60;

/** Churn in each period of a customer's life, over all customers who reached it. */
export function churnByAge({ durations, ended }: ObservedDurations, length: number): ChurnByAge {
  const lost = new Float64Array(mostAges + 1);
  /** Customers seen for exactly this many periods, or for more at the last place. */
  const seen = new Float64Array(mostAges + 1);
  const all = { periods: 0, lost: 0 };
  for (let row = 0; row < durations.length; row += 1) {
    const time = (durations[row] ?? 0) / length;
    const hasEnded = Number(ended[row]) === 1;
    // Whoever leaves at once leaves in the first period; whoever is still there was not seen to the end of the next.
    const periods = hasEnded ? Math.max(1, Math.ceil(time)) : Math.floor(time);
    const place = Math.min(periods, mostAges);
    seen[place] = (seen[place] ?? 0) + 1;
    if (hasEnded && periods <= mostAges) lost[periods] = (lost[periods] ?? 0) + 1;
    all.periods += periods;
    all.lost += Number(hasEnded);
  }
  const ages: AgeChurn[] = [];
  let atRisk = 0;
  for (let age = mostAges; age > 0; age -= 1) {
    atRisk += seen[age] ?? 0;
    const interval = proportionInterval({ successes: lost[age] ?? 0, trials: atRisk });
    if (interval.ok) {
      const { lower, upper } = interval.value;
      ages.unshift({ age, atRisk, lost: lost[age] ?? 0, lower, upper });
    }
  }
  return { ages, ...all };
}
