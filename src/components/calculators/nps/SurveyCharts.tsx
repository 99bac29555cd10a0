import { answersOf } from '../../../lib/calculators/surveys/group-scores.ts';
import { ratingOf } from '../../../lib/calculators/surveys/pasted-counts.ts';
import type { CountedRatings, RatingData } from '../../../lib/calculators/surveys/rating-data.ts';
import { BarChart, type BarGroup, type Tone } from '../../charts/BarChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { CalculatorState, ScenarioState } from '../shared/use-calculator.ts';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';

interface Props {
  readonly state: CalculatorState;
  readonly data: RatingData | undefined;
  readonly words: QuantityWords;
  readonly t: Translate;
}

/** Points of the scale that are read together, the first of each part. */
const partsOf = {
  nps: [
    { name: 'detractors', from: 0, tone: 'signal' },
    { name: 'passives', from: 7, tone: 'plain' },
    { name: 'promoters', from: 9, tone: 'reference' },
  ],
  satisfiedShare: [
    { name: 'notSatisfied', from: 1, tone: 'plain' },
    { name: 'satisfied', from: 4, tone: 'reference' },
  ],
  agreementShare: [
    { name: 'notAgreeing', from: 1, tone: 'plain' },
    { name: 'agreeing', from: 5, tone: 'reference' },
  ],
  highEffortShare: [
    { name: 'lessEffort', from: 1, tone: 'plain' },
    { name: 'highEffort', from: 4, tone: 'signal' },
  ],
} as const satisfies Record<string, readonly { readonly name: string; readonly from: number; readonly tone: Tone }[]>;
type Headline = keyof typeof partsOf;

function headlineOf({ model }: CalculatorState): Headline | undefined {
  return (Object.keys(partsOf) as Headline[]).find((name) => name === model.headline);
}

/** Counts from some point of a scale up. */
interface Distribution extends CountedRatings {
  readonly lowest: number;
}

/** Answers per rating, as far as they are known: from the fields or from a file. */
function distributionOf({ numbers }: ScenarioState, { model }: CalculatorState, data: RatingData | undefined) {
  if (data) {
    const lowest = data.scale === '1-10' ? 1 : 0;
    return { lowest, counts: data.counts.slice(lowest) };
  }
  const ratings = model.inputs.flatMap(({ name }) => ratingOf(name) ?? []);
  const [lowest] = ratings;
  if (lowest === undefined) return undefined;
  return { lowest, counts: ratings.map((rating) => numbers[`rating${rating}` as 'rating0'] ?? 0) };
}

/** The parts of the scale as they stand above the bars, each with its share. */
function groupsOf({ lowest, counts }: Distribution, headline: Headline, t: Translate): BarGroup[] {
  const show = surveyFormat(t);
  const all = answersOf(counts);
  const parts = partsOf[headline];
  return parts.map(({ name, from, tone }, index) => {
    const first = Math.max(0, from - lowest);
    const last = (parts[index + 1]?.from ?? lowest + counts.length) - lowest;
    const share = answersOf(counts.slice(first, last)) / all;
    return {
      label: t('nps.part.share', { part: t(`nps.part.${name}`), share: show.wholeShare(share) }),
      from: first,
      to: last - 1,
      tone,
    };
  });
}

function Ratings({ distribution, headline, t }: { distribution: Distribution; headline: Headline; t: Translate }) {
  const show = surveyFormat(t);
  const { lowest, counts } = distribution;
  const all = answersOf(counts);
  const groups = groupsOf(distribution, headline, t);
  const caption = t.count('nps.distribution.caption', all, {
    parts: groups.map(({ label }) => label).join(t('calc.separator')),
  });
  return (
    <ChartFigure
      caption={caption}
      name="survey-distribution"
      t={t}
      chart={
        <BarChart
          caption={caption}
          bars={counts.map((count, index) => ({ label: String(lowest + index), value: count / all }))}
          xLabel={t('nps.distribution.rating')}
          yLabel={t('nps.distribution.share')}
          formatY={show.wholeShare}
          groups={groups}
        />
      }
      table={{
        head: [t('nps.distribution.rating'), t('nps.answers'), t('nps.distribution.share')],
        rows: counts.map((count, index) => [String(lowest + index), count, count / all]),
        format: (value, column) => (column === 1 ? show.count(value) : show.share(value)),
      }}
    />
  );
}

const groupNames = ['detractors', 'passives', 'promoters'] as const;

function Groups({ scenario, t }: { readonly scenario: ScenarioState; readonly t: Translate }) {
  const show = surveyFormat(t);
  const counts = groupNames.map((name) => scenario.numbers[name] ?? 0);
  const all = answersOf(counts);
  const labels = groupNames.map((name) => t(`nps.part.${name}`));
  const caption = t.count('nps.distribution.caption', all, {
    parts: labels
      .map((part, index) => t('nps.part.share', { part, share: show.wholeShare((counts[index] ?? 0) / all) }))
      .join(t('calc.separator')),
  });
  return (
    <ChartFigure
      caption={caption}
      name="survey-groups"
      t={t}
      chart={
        <BarChart
          caption={caption}
          bars={counts.map((count, index) => ({ label: labels[index] ?? '', value: count / all }))}
          xLabel=""
          yLabel={t('nps.distribution.share')}
          formatY={show.wholeShare}
          groups={partsOf.nps.map(({ tone }, index) => ({
            label: t(`nps.part.${groupNames[index] ?? 'passives'}.range`),
            from: index,
            to: index,
            tone,
          }))}
        />
      }
      table={{
        head: [t('nps.distribution.group'), t('nps.answers'), t('nps.distribution.share')],
        rows: counts.map((count, index) => [labels[index] ?? '', count, count / all]),
        format: (value, column) => (column === 1 ? show.count(value) : show.share(value)),
      }}
    />
  );
}

const limits = {
  nps: ['npsLower', 'npsUpper'],
  satisfiedShare: ['shareLower', 'shareUpper'],
  agreementShare: ['shareLower', 'shareUpper'],
  highEffortShare: ['shareLower', 'shareUpper'],
} as const;

/** The headline of every scenario with its interval. */
function Compared({ state, headline, words, t }: Omit<Props, 'data'> & { readonly headline: Headline }) {
  const show = surveyFormat(t);
  const format = headline === 'nps' ? show.points : show.share;
  const intervals = state.scenarios.flatMap(({ answer, name }, index) => {
    if (!answer?.ok) return [];
    const resultOf = (result: keyof typeof answer.value.results) => {
      const found = answer.value.results[result];
      return found?.ok ? found.value : undefined;
    };
    const value = resultOf(headline);
    if (value === undefined) return [];
    const [lower, upper] = limits[headline];
    return {
      label: scenarioName({ name }, index, t),
      value,
      lower: resultOf(lower),
      upper: resultOf(upper),
      note: t.count('nps.n', resultOf('answers') ?? 0),
    };
  });
  if (intervals.length === 0) return null;
  const label = words.labels[headline] ?? '';
  const caption = t('nps.compared.caption', {
    name: label,
    values: intervals
      .map(({ label: name, value }) => t('nps.named', { name, value: format(value) }))
      .join(t('calc.separator')),
  });
  return (
    <ChartFigure
      caption={caption}
      name="surveys-compared"
      t={t}
      chart={<IntervalChart caption={caption} intervals={intervals} valueLabel={label} formatValue={format} />}
      table={{
        head: [t('nps.survey'), label, t('nps.lower'), t('nps.upper')],
        rows: intervals.map(({ label: name, value, lower, upper }) => [name, value, lower ?? '', upper ?? '']),
        format,
      }}
    />
  );
}

/** How the answers spread over the scale; of several surveys, their results with intervals. */
export function SurveyCharts({ state, data, words, t }: Props) {
  const headline = headlineOf(state);
  const [scenario] = state.scenarios;
  if (!headline) return null;
  if (state.scenarios.length > 1) return <Compared state={state} headline={headline} words={words} t={t} />;
  if (!scenario.answer?.ok) return null;
  const distribution = distributionOf(scenario, state, data);
  return distribution ? (
    <Ratings distribution={distribution} headline={headline} t={t} />
  ) : (
    <Groups scenario={scenario} t={t} />
  );
}
