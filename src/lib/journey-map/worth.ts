import { simpleLifetimeValue } from '../metrics/lifetime-value/simple-lifetime-value.ts';
import { failure, type Result, success } from '../result.ts';
import type { Economics, JourneyMap, Stage } from './document.ts';

/** A customer’s simple lifetime value with less churn, and what that adds to the value now. Money per customer. */
export interface Raised {
  readonly value: number;
  readonly gain: number;
}

/** `no-churn`: nobody would leave any more, so no finite value exists. */
type RaisedResult = Result<Raised, 'no-churn' | 'too-large'>;

/** What it would be worth to lose nobody at a stage any more. */
export interface StageWorth {
  readonly stage: Stage;
  /** Share of all customers lost there each month. */
  readonly churn: number;
  readonly without: RaisedResult;
}

export interface Worth {
  /** A customer’s simple lifetime value now. */
  readonly now: number;
  readonly stages: readonly StageWorth[];
  /** Churn that is at no stage. */
  readonly elsewhere: number;
  /** One percentage point less churn, at whichever stage; none where churn is less than that. */
  readonly onePointLess: RaisedResult | undefined;
}

/** Takes the noise of binary fractions off a churn: 0.3 − 0.2 − 0.1 is 0. Adding 0 turns −0 into 0. */
const rounded = (churn: number) => Number(churn.toFixed(12)) + 0;

/**
 * What the losses at each stage cost, told in lifetime value. Churn at a stage is a part of the churn in all: what is
 * given at the stages cannot be more (`stages-above-total`).
 */
export function worthOf(
  { stages }: Pick<JourneyMap, 'stages'>,
  { arpa, grossMargin, churn }: Required<Economics>,
): Result<Worth, 'stages-above-total' | 'no-churn' | 'too-large'> {
  const losing = stages.flatMap((stage) => (stage.churn === undefined ? [] : [{ stage, churn: stage.churn }]));
  const elsewhere = rounded(churn - losing.reduce((sum, { churn: part }) => sum + part, 0));
  if (elsewhere < 0) return failure('stages-above-total', 'churn');
  const valueAt = (at: number) => simpleLifetimeValue({ arpa, grossMargin, churn: rounded(at) });
  const now = valueAt(churn);
  // What else it refuses cannot stand in a map.
  if (!now.ok) return failure(now.reason === 'too-large' ? 'too-large' : 'no-churn', now.field);
  const raisedAt = (at: number): RaisedResult => {
    const value = valueAt(at);
    if (!value.ok) return failure(value.reason === 'too-large' ? 'too-large' : 'no-churn', value.field);
    return success({ value: value.value, gain: value.value - now.value });
  };
  return success({
    now: now.value,
    stages: losing.map(({ stage, churn: part }) => ({ stage, churn: part, without: raisedAt(churn - part) })),
    elsewhere,
    onePointLess: churn < 0.01 ? undefined : raisedAt(churn - 0.01),
  });
}
