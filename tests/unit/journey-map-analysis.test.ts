import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../src/lib/journey-map/analysis.ts';
import { type Card, emptyMap, type JourneyMap, laneKinds } from '../../src/lib/journey-map/document.ts';
import { questionsOf } from '../../src/lib/journey-map/questions.ts';
import { worthOf } from '../../src/lib/journey-map/worth.ts';
import { anyMap } from './journey-map-arbitraries.ts';

const lanes = laneKinds.map((kind) => ({ id: kind, kind, title: '', side: 'both' as const }));

/** A map of four stages in which only the cards differ. */
function mapOf(cards: readonly Omit<Card, 'id' | 'text'>[], stages: Partial<JourneyMap['stages'][number]>[] = []) {
  return {
    ...emptyMap('en'),
    stages: ['s1', 's2', 's3', 's4'].map((id, index) => ({ id, title: id, ...stages[index] })),
    lanes,
    cards: cards.map((card, index) => ({ id: `c${index + 1}`, text: '', ...card })),
  } satisfies JourneyMap;
}

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('a map is told where it hurts', () => {
  test('feeling falls most between two stages, over one that says nothing', () => {
    const { falls } = analysisOf(
      mapOf([
        { stage: 's1', lane: 'feelings', feeling: 2 },
        { stage: 's1', lane: 'thoughts', feeling: 1 },
        { stage: 's3', lane: 'feelings', feeling: -1 },
        { stage: 's4', lane: 'feelings', feeling: -2 },
      ]),
    );
    expect(falls).toMatchObject([{ from: { id: 's1' }, to: { id: 's3' }, before: 1.5, after: -1 }]);
  });

  test('falls and gaps that are alike are all told, thirds included', () => {
    const third = (stage: string, feelings: readonly (-2 | -1 | 0 | 1 | 2)[]) =>
      feelings.map((feeling) => ({ stage, lane: 'feelings', feeling }));
    const { falls } = analysisOf(
      mapOf([...third('s1', [1, 0, 0]), ...third('s2', [-1, 0, 0]), ...third('s3', [2, 0, 0]), ...third('s4', [0])]),
    );
    expect(falls.map(({ to }) => to.id)).toEqual(['s2', 's4']);
  });

  test('the widest gap lies where hope is furthest above what is felt', () => {
    const { gaps } = analysisOf(
      mapOf([
        { stage: 's1', lane: 'feelings', feeling: 2, hopedFeeling: 2 },
        { stage: 's2', lane: 'feelings', feeling: -2, hopedFeeling: 1 },
        { stage: 's3', lane: 'feelings', feeling: -1 },
        { stage: 's4', lane: 'feelings', feeling: -1, hopedFeeling: 1 },
      ]),
    );
    expect(gaps).toMatchObject([{ stage: { id: 's2' }, now: -2, hoped: 1 }]);
  });

  test('where nothing falls and nothing is hoped, nothing is said', () => {
    const flat = mapOf(['s1', 's2'].map((stage) => ({ stage, lane: 'feelings', feeling: 1, hopedFeeling: 0 })));
    expect(analysisOf(flat)).toMatchObject({ falls: [], gaps: [] });
    expect(analysisOf(emptyMap('en'))).toMatchObject({ falls: [], gaps: [], emptyStages: [], opportunities: [] });
  });

  test('opportunities are ranked by value less effort, and those alike share a rank', () => {
    const { opportunities, unrated } = analysisOf(
      mapOf([
        { stage: 's1', lane: 'opportunities', value: 3, effort: 2 },
        { stage: 's1', lane: 'opportunities', value: 5, effort: 1 },
        { stage: 's2', lane: 'opportunities', value: 5, effort: 4 },
        { stage: 's3', lane: 'opportunities', value: 1, effort: 5 },
        { stage: 's4', lane: 'opportunities', value: 5 },
        { stage: 's4', lane: 'pain-points', value: 5, effort: 1 },
      ]),
    );
    expect(opportunities.map(({ card, lead, rank }) => [card.id, lead, rank])).toEqual([
      ['c2', 4, 1],
      ['c1', 1, 2],
      ['c3', 1, 2],
      ['c4', -4, 4],
    ]);
    expect(ids(unrated)).toEqual(['c5']);
  });
});

describe('a map is told what it does not say yet', () => {
  const map = mapOf(
    [
      { stage: 's1', lane: 'pain-points' },
      { stage: 's1', lane: 'pain-points', owner: 'Aya' },
      { stage: 's2', lane: 'pain-points', evidence: 'Twelve calls' },
      { stage: 's2', lane: 'owner' },
      { stage: 's3', lane: 'evidence', feeling: 0 },
    ],
    [{ moments: ['zero'] }, {}, { moments: ['second'] }, { moments: ['third'] }],
  );
  const analysis = analysisOf(map);

  test('pain points nobody looks after: neither on the card nor in a lane of owners', () => {
    expect(ids(analysis.ownerlessPainPoints)).toEqual(['c1']);
  });

  test('stages without evidence, on a card or in a lane of it; those without any card are told apart', () => {
    expect(ids(analysis.unprovenStages)).toEqual(['s1']);
    expect(ids(analysis.emptyStages)).toEqual(['s4']);
    expect(ids(analysis.emptyLanes)).toEqual(laneKinds.filter((kind) => !map.cards.some(({ lane }) => lane === kind)));
  });

  test('moments of truth without a feeling, and those at no stage', () => {
    expect(ids(analysis.unfeltMoments)).toEqual(['s1', 's4']);
    expect(analysis.unplacedMoments).toEqual(['first']);
  });

  test('of any map: a stage is empty or not, and an opportunity is ranked or not judged', () => {
    fc.assert(
      fc.property(anyMap, (any) => {
        const found = analysisOf(any);
        const filled = new Set(any.cards.map(({ stage }) => stage));
        expect(found.emptyStages.length + filled.size).toBe(any.stages.length);
        expect(found.unprovenStages.some(({ id }) => !filled.has(id))).toBe(false);
        const all = any.lanes.filter(({ kind }) => kind === 'opportunities').map(({ id }) => id);
        const judged = any.cards.filter(({ lane }) => all.includes(lane)).length;
        expect(found.opportunities.length + found.unrated.length).toBe(judged);
        expect(found.falls.every(({ before, after }) => before > after)).toBe(true);
      }),
    );
  });
});

describe('what a stage is worth', () => {
  // 100 a month × 80 % ÷ 5 % is 1,600; at 3 % it is 2,666.67; at 4 % 2,000.
  const economics = { currency: 'USD', arpa: 100, grossMargin: 0.8, churn: 0.05 };

  test('is the lifetime value without its losses, against the one now', () => {
    const worth = worthOf(mapOf([], [{ churn: 0.02 }, {}, { churn: 0.01 }]), economics);
    if (!worth.ok) throw new Error(worth.reason);
    const { now, stages, elsewhere, onePointLess } = worth.value;
    expect(now).toBe(1600);
    expect(elsewhere).toBeCloseTo(0.02, 12);
    expect(stages.map(({ stage, without }) => [stage.id, without.ok && Math.round(without.value.gain)])).toEqual([
      ['s1', 1067],
      ['s3', 400],
    ]);
    expect(onePointLess).toMatchObject({ ok: true, value: { value: 2000, gain: 400 } });
  });

  test('has no finite value where nobody would leave any more, in spite of binary fractions', () => {
    const map = mapOf([], [{ churn: 0.3 }]);
    expect(worthOf(map, { ...economics, churn: 0.3 })).toMatchObject({
      value: { elsewhere: 0, stages: [{ without: { ok: false, reason: 'no-churn' } }] },
    });
    const parts = mapOf([], [{ churn: 0.1 }, { churn: 0.2 }]);
    expect(worthOf(parts, { ...economics, churn: 0.3 })).toMatchObject({ ok: true, value: { elsewhere: 0 } });
    expect(worthOf(mapOf([]), { ...economics, churn: 0.01 })).toMatchObject({
      value: { onePointLess: { ok: false, reason: 'no-churn' } },
    });
  });

  test('stages cannot lose more customers than are lost in all', () => {
    const map = mapOf([], [{ churn: 0.03 }, { churn: 0.03 }]);
    expect(worthOf(map, economics)).toEqual({ ok: false, reason: 'stages-above-total', field: 'churn' });
    expect(worthOf(mapOf([]), { ...economics, churn: 0 })).toMatchObject({ reason: 'no-churn' });
    expect(worthOf(mapOf([]), { ...economics, churn: 0.005 })).toMatchObject({ value: { onePointLess: undefined } });
  });

  test('never falls when less is lost', () => {
    const share = fc.double({ min: 0, max: 0.2, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (one, two, rest) => {
        const worth = worthOf(mapOf([], [{ churn: one }, { churn: two }]), {
          ...economics,
          churn: one + two + rest,
        });
        if (!worth.ok) return;
        for (const { without } of worth.value.stages) {
          if (without.ok) expect(without.value.gain).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

test('every kind of lane asks questions of its own', () => {
  const questions = laneKinds.flatMap(questionsOf);
  expect(new Set(questions).size).toBe(laneKinds.length * 3);
});
