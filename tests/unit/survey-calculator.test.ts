import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyTable } from '../../src/build/synthetic-tables.ts';
import { calculators } from '../../src/lib/calculators/calculators.ts';
import { modelNamed, type Numbers } from '../../src/lib/calculators/model.ts';
import { expectedMargin } from '../../src/lib/calculators/surveys/expected-margin.ts';
import { answersOf, groupScores } from '../../src/lib/calculators/surveys/group-scores.ts';
import { pastedCounts } from '../../src/lib/calculators/surveys/pasted-counts.ts';
import { pastedScores } from '../../src/lib/calculators/surveys/pasted-scores.ts';
import { type RatingData, recommendGroups } from '../../src/lib/calculators/surveys/rating-data.ts';
import { ratingDataSchema } from '../../src/lib/calculators/surveys/rating-data-schema.ts';
import { ratingSummaryBy } from '../../src/lib/calculators/surveys/rating-summary-by.ts';
import { compareGroups, surveyDifference, verdictOf } from '../../src/lib/calculators/surveys/survey-difference.ts';
import {
  monthOf,
  periodLengths,
  periodName,
  suitablePeriod,
  surveyPeriods,
} from '../../src/lib/calculators/surveys/survey-periods.ts';
import { surveyTrend } from '../../src/lib/calculators/surveys/survey-trend.ts';
import { netPromoterWarnings } from '../../src/lib/calculators/surveys/survey-warnings.ts';
import { netPromoterInterval } from '../../src/lib/metrics/survey/net-promoter-interval.ts';
import { netPromoterSampleSizeForChange } from '../../src/lib/metrics/survey/net-promoter-sample-size.ts';
import type { RatingTable } from '../../src/lib/table/table-data.ts';
import { answerOf } from './answer-of.ts';
import { rows } from './data.ts';
import { expected, inputs, list } from './published.ts';

function answer(name: string, numbers: Numbers, data?: RatingData) {
  const model = modelNamed(calculators.nps, name);
  if (!model) throw new Error(`There is no model "${name}".`);
  return answerOf(model.compute(numbers, data));
}

const perRating = (counts: readonly number[], lowest = 0): Numbers =>
  Object.fromEntries(counts.map((count, index) => [`rating${lowest + index}`, count]));

/** Answers of the community surveys: one entry per answer, the survey as segment. */
function communityTable(surveys: readonly string[]): RatingTable {
  const ratings: number[] = [];
  const index: number[] = [];
  for (const { survey = '', score, count } of rows('rstudio_r_community_survey_nps_counts.csv')) {
    const place = surveys.indexOf(survey);
    if (place < 0) continue;
    for (let each = 0; each < Number(count); each += 1) {
      ratings.push(Number(score));
      index.push(place);
    }
  }
  const counts = Array.from({ length: 11 }, (_, rating) => ratings.filter((given) => given === rating).length);
  return {
    ratings: Uint8Array.from(ratings),
    counts,
    days: undefined,
    groups: { index: Uint8Array.from(index), names: surveys },
    looksLikeOneToTen: true,
  };
}

const surveys = ['2018-English-R', '2018-Spanish-R', '2019-English-R', '2019-English-Python'];
const community = ratingSummaryBy(communityTable(surveys)).value;
const communityGroups = community.segments.map(({ name, counts }) => ({
  name,
  counts: answerOf(recommendGroups({ scale: '1-10', counts })),
}));

describe('a survey file', () => {
  it('gives every segment the answers it has, and a published survey the score its publisher printed', () => {
    const [first] = community.segments;
    expect(first?.counts.slice(1)).toEqual(list('nps-real-2018-en', 'inputs', 'histogram1to10'));
    const { results } = answer('answers', {}, { ...community, scale: '1-10', counts: first?.counts ?? [] });
    expect(results.nps?.ok && results.nps.value).toBeCloseTo(expected('nps-real-2018-en', 'nps'), 6);
    expect(results.answers).toEqual({ ok: true, value: expected('nps-real-2018-en', 'n') });
  });

  it('keeps every answer once by segment and once by month, whatever its columns hold', () => {
    const entry = fc.record({
      rating: fc.integer({ min: 0, max: 10 }),
      day: fc.integer({ min: -20_000, max: 40_000 }),
      group: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), fc.constantFrom(...periodLengths), (entries, length) => {
        const table: RatingTable = {
          ratings: Uint8Array.from(entries, ({ rating }) => rating),
          counts: Array.from({ length: 11 }, (_, at) => entries.filter(({ rating }) => rating === at).length),
          days: Float64Array.from(entries, ({ day }) => day),
          groups: { index: Uint8Array.from(entries, ({ group }) => group), names: ['a', '', 'c'] },
          looksLikeOneToTen: false,
        };
        const summary = ratingSummaryBy(table).value;
        const together = (parts: readonly { readonly counts: readonly number[] }[]) =>
          table.counts.map((_, rating) => answersOf(parts.map(({ counts }) => counts[rating] ?? 0)));
        expect(together(summary.segments)).toEqual(summary.counts);
        expect(together(summary.months)).toEqual(summary.counts);
        expect(together(surveyPeriods(summary.months, length))).toEqual(summary.counts);
        expect(ratingDataSchema.safeParse(summary).success).toBe(true);
      }),
    );
  });

  it('is read back from a file only if it is what the calculator made', () => {
    const good = { scale: '0-10', counts: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], segments: [], months: [] };
    expect(ratingDataSchema.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, scale: '1-10' },
      { ...good, counts: [1, 2, 3] },
      { ...good, counts: good.counts.map(() => 0) },
      { ...good, counts: good.counts.map(() => -1) },
      { ...good, months: [{ month: 1e9, counts: good.counts }] },
      { ...good, more: 1 },
      null,
    ]) {
      expect(ratingDataSchema.safeParse(bad).success).toBe(false);
    }
  });
});

describe('segments compared', () => {
  // Python, from the formulas of Rocks and Holm, without the code of this site.
  it('each with each: p-values are those of all comparisons together', () => {
    const compared = answerOf(compareGroups(communityGroups, 'pairs'));
    expect(compared.map(({ name, other, pValue }) => [name, other, Number(pValue.toPrecision(6))])).toEqual([
      ['2018-English-R', '2018-Spanish-R', 0.0438037],
      ['2018-English-R', '2019-English-R', 0.245157],
      ['2018-English-R', '2019-English-Python', 2.01104e-147],
      ['2018-Spanish-R', '2019-English-R', 0.0201758],
      ['2018-Spanish-R', '2019-English-Python', 4.17193e-40],
      ['2019-English-R', '2019-English-Python', 1.78363e-145],
    ]);
    expect(compared.map(({ verdict }) => verdict)[1]).toBe('chance');
    expect(compared[0]?.difference).toBeCloseTo(0.08287709639598317, 12);
    expect(compared[0]?.lower).toBeCloseTo(0.012959643527241993, 9);
    expect(compared[0]?.upper).toBeCloseTo(0.16592756301051714, 9);
  });

  it('each with all others: the others are those of the other segments together', () => {
    const compared = answerOf(compareGroups(communityGroups, 'rest'));
    expect(compared.map(({ pValue }) => Number(pValue.toPrecision(6)))).toEqual([
      2.66285e-44, 0.510746, 7.74297e-32, 2.20452e-157,
    ]);
    expect(compared.map(({ verdict }) => verdict)).toEqual([
      'beyond-chance',
      'chance',
      'beyond-chance',
      'beyond-chance',
    ]);
  });

  it('a single segment has nothing to be compared with', () => {
    expect(compareGroups(communityGroups.slice(0, 1), 'rest').ok).toBe(false);
  });

  it('are shown from the highest score to the lowest, without those that have no answers', () => {
    const empty = { name: 'nobody', counts: community.counts.map(() => 0) };
    const scores = groupScores([...community.segments, empty], '1-10');
    expect(scores.map(({ name }) => name)).toEqual([
      '2019-English-R',
      '2018-English-R',
      '2018-Spanish-R',
      '2019-English-Python',
    ]);
  });
});

describe('periods of a survey', () => {
  const counts = (promoters: number) => [0, 0, 0, 0, 0, 0, 0, 0, 0, promoters, 0];
  const day = (date: string) => Date.parse(date) / 86_400_000;

  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 649],
    ['2026-12-31', 683],
  ])('%s is in month %d', (date, month) => expect(monthOf(day(date))).toBe(month));

  it.each([
    [683, 'month', 'Dec 2026', '2026年12月'],
    [227, 'quarter', '2026 Q4', '2026年Q4'],
    [56, 'year', '2026', '2026年'],
    [-1, 'quarter', '1969 Q4', '1969年Q4'],
  ] as const)('number %d by %s is named %s, %s', (period, length, en, ja) => {
    expect([periodName(period, length, 'en'), periodName(period, length, 'ja')]).toEqual([en, ja]);
  });

  it('show a period without answers between others, but not the centuries before a mistyped year', () => {
    const months = [
      { month: -20_000, counts: counts(1) },
      { month: 680, counts: counts(2) },
      { month: 682, counts: counts(3) },
    ];
    expect(surveyPeriods(months, 'month').map(({ period, counts }) => [period, answersOf(counts)])).toEqual([
      [-20_000, 1],
      [680, 2],
      [681, 0],
      [682, 3],
    ]);
  });

  it('are short only while there are not too many of them', () => {
    const over = (months: number) =>
      suitablePeriod([
        { month: 600, counts: counts(1) },
        { month: 600 + months - 1, counts: counts(1) },
      ]);
    expect([over(1), over(16), over(17), over(48), over(49)]).toEqual(['month', 'month', 'quarter', 'quarter', 'year']);
  });

  it('change since the last period with answers, and only beyond chance where Holm’s p-value says so', () => {
    const of = (promoters: number, detractors: number) => [detractors, 0, 0, 0, 0, 0, 0, 100, 0, 0, promoters];
    const trend = surveyTrend(
      {
        scale: '0-10',
        counts: [],
        segments: [],
        months: [
          { month: 600, counts: of(50, 50) },
          { month: 602, counts: of(52, 48) },
          { month: 603, counts: of(90, 10) },
        ],
      },
      'month',
    );
    expect(trend.map(({ answers, score, change }) => [answers, score?.score, change?.verdict])).toEqual([
      [200, 0, undefined],
      [0, undefined, undefined],
      [200, 0.02, 'chance'],
      [200, 0.4, 'beyond-chance'],
    ]);
  });
});

describe('pasted scores', () => {
  it.each(['10 9 9 0', '10\n9\n9\n0\n', '10, 9, 9, 0', '10,9,9,0', '10\t9\t9\t0', '１０、９、９、０', '10;9;9;0'])(
    '%j are four scores',
    (text) => {
      const { data, read, leftOut } = pastedScores(text).value;
      expect([read, leftOut, data?.counts]).toEqual([4, 0, [1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1]]);
    },
  );

  it('leave out what is no score and say what that was', () => {
    const { read, leftOut, examples } = pastedScores('score\n10\n11\n-1\n7.5\n9/10\nn/a\nn/a').value;
    expect([read, leftOut, examples]).toEqual([1, 7, ['score', '11', '-1', '7.5', '9/10']]);
    expect(pastedScores('nothing here').value.data).toBeUndefined();
  });

  it('are in a link, which opens them again', () => {
    const { linkedData } = modelNamed(calculators.nps, 'answers') ?? {};
    const data = pastedScores('10 9 8 1').value.data;
    const parameters = linkedData?.write(data) ?? {};
    expect(parameters).toEqual({ counts: '0,1,0,0,0,0,0,0,1,1,1' });
    expect(linkedData?.read(parameters)).toEqual({ value: data, rows: 4 });
    expect(linkedData?.read({ ...parameters, scale: '1-10' })?.value).toEqual({ ...data, scale: '1-10' });
    for (const counts of ['', '1,2', '0,0,0,0,0,0,0,0,0,0,0', 'a,0,0,0,0,0,0,0,0,0,1', '1e9,0,0,0,0,0,0,0,0,0,1']) {
      expect(linkedData?.read({ counts })).toBeUndefined();
    }
    expect(linkedData?.write(community)).toBeUndefined();
  });
});

describe('counts pasted into the fields', () => {
  const ratings = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const eleven = ['2', '1', '2', '3', '4', '8', '10', '25', '35', '50', '1,060'];
  it.each([
    ['a row', eleven.join('\t')],
    ['a column', `${eleven.join('\r\n')}\r\n`],
    ['words with blanks', eleven.join(' ')],
    ['a column with its ratings', ratings.map((rating) => `${rating}\t${eleven[rating]}`).join('\n')],
    [
      'a column with its ratings, highest first',
      [...ratings]
        .reverse()
        .map((at) => `${at}\t${eleven[at]}`)
        .join('\n'),
    ],
  ])('as %s fill all eleven', (_, text) => {
    const pasted = pastedCounts(text, ratings, 0);
    expect(ratings.map((rating) => pasted?.counts.get(rating))).toEqual(eleven);
    expect(pasted?.leftOut).toBe(0);
  });

  it('begin at the field they are pasted into, and say what did not fit', () => {
    const pasted = pastedCounts('1\t2\t3', ratings, 9);
    expect([...(pasted?.counts ?? [])]).toEqual([
      [9, '1'],
      [10, '2'],
    ]);
    expect(pasted?.leftOut).toBe(1);
  });

  it('are left to the browser when there is one number only', () => {
    expect(pastedCounts('1,200', ratings, 0)).toBeUndefined();
    expect(pastedCounts(' 12 ', ratings, 0)).toBeUndefined();
  });
});

describe('two surveys compared', () => {
  const groups = (promoters: number, passives: number, detractors: number) =>
    answer('groups', { promoters, passives, detractors });

  it('have the published difference, interval and p-value, and a plain verdict', () => {
    const found = surveyDifference(groups(40, 30, 30), groups(50, 30, 20));
    expect(found?.ok && found.value.difference).toBeCloseTo(0.2, 12);
    // nps-diff-1, adjusted.
    expect(found?.ok && found.value.pValue).toBeCloseTo(0.0832158675, 8);
    expect(found?.ok && verdictOf(found.value.difference, found.value.pValue)).toBe('chance');
  });

  it('of satisfaction are compared by their shares', () => {
    const before = answer('csat', perRating([10, 10, 12, 30, 18], 1));
    const after = answer('csat', perRating([4, 4, 6, 30, 26], 1));
    // The example of proportionDifference: 56 of 70 against 48 of 80.
    const found = surveyDifference(before, after);
    expect(found?.ok && found.value.difference).toBeCloseTo(0.2, 12);
    expect(found?.ok && found.value.pValue).toBeCloseTo(0.008045, 6);
    expect(verdictOf(0.2, 0.008045)).toBe('beyond-chance');
  });

  it('of different kinds, or a plan, are not compared', () => {
    const plan = answer('sample-size', calculators.nps.example('USD'));
    expect(surveyDifference(groups(1, 1, 1), plan)).toBeUndefined();
    const agreement = answer('ces-agreement', perRating([1, 1, 1, 1, 1, 1, 1], 1));
    const effort = answer('ces-effort-2010', perRating([1, 1, 1, 1, 1], 1));
    expect(surveyDifference(agreement, effort)).toBeUndefined();
  });

  it.each([
    [0, 0.9, 'same'],
    [0.1, undefined, 'no-test'],
    [0.1, 0.05, 'chance'],
    [0.1, 0.0499, 'beyond-chance'],
  ] as const)('a difference of %d with p = %s is %s', (difference, pValue, verdict) => {
    expect(verdictOf(difference, pValue)).toBe(verdict);
  });
});

describe('how many answers are needed', () => {
  const plan = { ...calculators.nps.example('USD') };
  const resultsOf = (numbers: Numbers) => answer('sample-size', { ...plan, ...numbers }).results;

  it('is the published number, and as many people more as do not answer', () => {
    const { promoters, detractors } = inputs('nps-n-ci', 'promoters', 'detractors');
    const results = resultsOf({
      promoterShare: promoters,
      detractorShare: detractors,
      npsMargin: 0.1,
      responseRate: 0.3,
    });
    expect(results.answersNeeded).toEqual({ ok: true, value: expected('nps-n-ci', 'n') });
    expect(results.invitationsNeeded).toEqual({ ok: true, value: 774 });
  });

  it('for a change is the measure’s, with half more promoters and half fewer detractors', () => {
    expect(resultsOf({ npsChange: 0.1 }).answersForChange).toEqual(
      netPromoterSampleSizeForChange({
        before: { promoterShare: 0.5, detractorShare: 0.2 },
        after: { promoterShare: 0.55, detractorShare: 0.15 },
      }),
    );
    expect(resultsOf({ npsChange: Number.NaN }).answersForChange?.ok).toBe(false);
    expect(resultsOf({ npsChange: 0.9 }).answersForChange).toMatchObject({ reason: 'change-beyond-scale' });
    expect(resultsOf({ npsChange: 0 }).answersForChange).toMatchObject({ reason: 'no-change' });
  });

  it('for a change exists for every change that the scale has room for', () => {
    const perMille = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);
    fc.assert(
      fc.property(perMille, perMille, fc.integer({ min: -999, max: 999 }), (share, other, part) => {
        const promoterShare = share;
        const detractorShare = Number((other * (1 - share)).toFixed(6));
        const score = promoterShare - detractorShare;
        const room = part > 0 ? 1 - score : -1 - score;
        const npsChange = (Math.abs(room) * part) / 1000;
        fc.pre(Math.abs(npsChange) > 1e-6);
        expect(resultsOf({ promoterShare, detractorShare, npsChange }).answersForChange).toMatchObject({ ok: true });
      }),
    );
  });

  it('is shown with its formula, whose result is only rounded up', () => {
    const perMille = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);
    fc.assert(
      fc.property(perMille, perMille, fc.integer({ min: 1, max: 300 }), (promoterShare, other, margin) => {
        const detractorShare = Number((other * (1 - promoterShare)).toFixed(6));
        const numbers = { ...plan, promoterShare, detractorShare, npsMargin: margin / 1000 };
        const { values, results } = answer('sample-size', numbers);
        const unrounded = values.answersUnrounded ?? Number.NaN;
        const needed = results.answersNeeded?.ok ? results.answersNeeded.value : Number.NaN;
        expect(Math.abs(Math.max(1, unrounded) + 0.5 - needed)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it('knows the margin that so many answers would really give', () => {
    const interval = netPromoterInterval({ promoters: 98, passives: 2, detractors: 0 });
    expect(expectedMargin({ promoterShare: 0.98, detractorShare: 0 }, 100)).toBeCloseTo(
      interval.ok ? interval.value.margin : 0,
      12,
    );
    expect(expectedMargin({ promoterShare: 0.5, detractorShare: 0.5 }, 0)).toBeUndefined();
  });
});

describe('warnings of a survey', () => {
  const kinds = (name: string, numbers: Numbers, data?: RatingData) =>
    netPromoterWarnings([{ numbers, answer: answer(name, numbers, data) }], data).map(({ kind }) => kind);

  it('say that the formula falls short where almost all answer alike, and when too few people can be asked', () => {
    const plan = { promoterShare: 0.5, detractorShare: 0.2, npsMargin: 0.1, responseRate: 0.2 };
    expect(kinds('sample-size', plan)).toEqual([]);
    expect(kinds('sample-size', { ...plan, promoterShare: 0.98, detractorShare: 0 })).toEqual(['one-sided-shares']);
    expect(kinds('sample-size', { ...plan, reachable: 1160 })).toEqual([]);
    expect(kinds('sample-size', { ...plan, reachable: 1159 })).toEqual(['beyond-reach']);
  });

  it('tell a scale that seems to have had no 0, typed or from a file, until the reader has said so', () => {
    const counts = [0, 6, 5, 12, 12, 44, 52, 160, 419, 467, 1841];
    const data: RatingData = { scale: '0-10', counts, segments: [], months: [] };
    expect(kinds('answers', {}, data)).toEqual(['scale-without-zero']);
    expect(kinds('answers', {}, { ...data, scale: '1-10' })).toEqual([]);
    expect(kinds('ratings', perRating(counts))).toEqual(['scale-without-zero']);
    expect(kinds('ratings', perRating([1, ...counts.slice(1)]))).toEqual([]);
  });

  it('lead to the term of what was asked', () => {
    const few = { numbers: {}, answer: answer('csat', perRating([1, 1, 1, 1, 1], 1)) };
    expect(netPromoterWarnings([few])).toMatchObject([
      { kind: 'few-answers', term: 'customer-satisfaction', numbers: { step: { value: 20 } } },
    ]);
    const groups = { numbers: {}, answer: answer('groups', { promoters: 3, passives: 1, detractors: 1 }) };
    expect(netPromoterWarnings([groups])).toMatchObject([
      { kind: 'few-answers', term: 'net-promoter-score', numbers: { step: { value: 40 } } },
    ]);
  });
});

describe('the made-up survey to try', () => {
  const lines = surveyTable()
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
  it('has 1,200 answers in three segments over two years, with scores of 0 among them', () => {
    const cells = lines.slice(1).map((line) => line.split(','));
    expect(lines[0]).toBe('date,segment,score');
    expect(cells).toHaveLength(1200);
    expect(new Set(cells.map(([, segment]) => segment)).size).toBe(3);
    expect(new Set(cells.map(([, , score]) => score)).size).toBe(11);
    const years = cells.map(([date = '']) => Number(date.slice(0, 4)));
    expect([Math.min(...years), Math.max(...years)]).toEqual([2024, 2026]);
  });
});
