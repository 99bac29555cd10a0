import { feelingCurve } from './cells.ts';
import { type Card, type JourneyMap, type Lane, type Moment, moments, type Stage } from './document.ts';

/** How far feeling falls from one stage to the next of those whose cards say what is felt. */
export interface Fall {
  readonly from: Stage;
  readonly to: Stage;
  /** Means of the two stages, −2 to 2. */
  readonly before: number;
  readonly after: number;
}

/** How far what is hoped for lies above what is felt. */
export interface Gap {
  readonly stage: Stage;
  readonly now: number;
  readonly hoped: number;
}

export interface Opportunity {
  readonly card: Card;
  /** Value less effort, −4 to 4. */
  readonly lead: number;
  /** 1 is the best; cards that come out the same share a rank. */
  readonly rank: number;
}

/** What a map shows, and what it does not say yet. Lists are in the order of the map unless said otherwise. */
export interface Analysis {
  /** The steepest falls of what is felt now: several where they are alike. */
  readonly falls: readonly Fall[];
  /** The widest gaps to what is hoped for: several where they are alike. */
  readonly gaps: readonly Gap[];
  /** Best first. */
  readonly opportunities: readonly Opportunity[];
  /** Opportunities whose value or effort nobody has judged. */
  readonly unrated: readonly Card[];
  readonly ownerlessPainPoints: readonly Card[];
  /** Stages that have cards, and no evidence for any of them. */
  readonly unprovenStages: readonly Stage[];
  readonly emptyStages: readonly Stage[];
  readonly emptyLanes: readonly Lane[];
  /** Stages with a moment of truth at which no card says what is felt. */
  readonly unfeltMoments: readonly Stage[];
  /** Moments of truth that are at no stage. */
  readonly unplacedMoments: readonly Moment[];
}

/** Means of thirds and sixths that are the same may differ in the last digit. */
const slack = 1e-9;

/** Those that come out highest, as far as they are above nothing. */
function highest<Item>(items: readonly Item[], heightOf: (item: Item) => number): readonly Item[] {
  const top = Math.max(...items.map(heightOf));
  return top > slack ? items.filter((item) => heightOf(item) > top - slack) : [];
}

function steepestFalls({ stages }: JourneyMap, now: readonly (number | undefined)[]): readonly Fall[] {
  const felt = stages.flatMap((stage, index) => {
    const mean = now[index];
    return mean === undefined ? [] : [{ stage, mean }];
  });
  const steps = felt.slice(1).flatMap(({ stage: to, mean: after }, index) => {
    const start = felt[index];
    return start ? [{ from: start.stage, to, before: start.mean, after }] : [];
  });
  return highest(steps, ({ before, after }) => before - after);
}

function widestGaps(map: JourneyMap, now: readonly (number | undefined)[]): readonly Gap[] {
  const hoped = feelingCurve(map, 'hopedFeeling');
  const gaps = map.stages.flatMap((stage, index) => {
    const [isNow, isHoped] = [now[index], hoped[index]];
    return isNow === undefined || isHoped === undefined ? [] : [{ stage, now: isNow, hoped: isHoped }];
  });
  return highest(gaps, (gap) => gap.hoped - gap.now);
}

/** Value and effort are judged on the same five steps, so their difference says which to do first, and no more. */
function ranked(cards: readonly Card[]): readonly Opportunity[] {
  const rated = cards.flatMap((card) =>
    card.value === undefined || card.effort === undefined ? [] : [{ card, lead: card.value - card.effort }],
  );
  return rated
    .toSorted((one, other) => other.lead - one.lead)
    .map((entry) => ({ ...entry, rank: 1 + rated.filter(({ lead }) => lead > entry.lead).length }));
}

export function analysisOf(map: JourneyMap): Analysis {
  const kindOf = new Map(map.lanes.map(({ id, kind }) => [id, kind]));
  const inLanesOf = (kind: Lane['kind']) => map.cards.filter(({ lane }) => kindOf.get(lane) === kind);
  const stagesOf = (cards: readonly Card[]) => new Set(cards.map(({ stage }) => stage));
  const filled = stagesOf(map.cards);
  const filledLanes = new Set(map.cards.map(({ lane }) => lane));
  const owned = stagesOf(inLanesOf('owner'));
  const proven = stagesOf([...inLanesOf('evidence'), ...map.cards.filter(({ evidence }) => evidence)]);
  const felt = stagesOf(map.cards.filter(({ feeling }) => feeling !== undefined));
  const placed = new Set(map.stages.flatMap((stage) => stage.moments ?? []));
  const opportunities = inLanesOf('opportunities');
  const now = feelingCurve(map, 'feeling');
  return {
    falls: steepestFalls(map, now),
    gaps: widestGaps(map, now),
    opportunities: ranked(opportunities),
    unrated: opportunities.filter(({ value, effort }) => value === undefined || effort === undefined),
    ownerlessPainPoints: inLanesOf('pain-points').filter(({ owner, stage }) => !owner && !owned.has(stage)),
    unprovenStages: map.stages.filter(({ id }) => filled.has(id) && !proven.has(id)),
    emptyStages: map.stages.filter(({ id }) => !filled.has(id)),
    emptyLanes: map.lanes.filter(({ id }) => !filledLanes.has(id)),
    unfeltMoments: map.stages.filter(({ id, moments: own = [] }) => own.length > 0 && !felt.has(id)),
    unplacedMoments: moments.filter((moment) => !placed.has(moment)),
  };
}
