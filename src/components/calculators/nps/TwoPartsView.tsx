import { useState } from 'react';
import { type GroupScore, groupScores } from '../../../lib/calculators/surveys/group-scores.ts';
import { verdictOf } from '../../../lib/calculators/surveys/survey-difference.ts';
import { type PeriodLength, periodName } from '../../../lib/calculators/surveys/survey-periods.ts';
import { surveyTrend } from '../../../lib/calculators/surveys/survey-trend.ts';
import { netPromoterDifference } from '../../../lib/metrics/survey/net-promoter-difference.ts';
import { type AnswersProps, Choice, segmentName } from './answers-parts.tsx';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';
import { Verdict } from './Verdict.tsx';

interface Part {
  readonly name: string;
  readonly score: GroupScore;
}

/** Two parts of the same file, chosen by the reader. */
function TwoCompared({
  parts,
  label,
  t,
}: {
  readonly parts: readonly Part[];
  readonly label: string;
  readonly t: Translate;
}) {
  const [places, setPlaces] = useState({ first: 0, second: parts.length - 1 });
  const at = (place: number) => parts[Math.min(place, parts.length - 1)];
  const [first, second] = [at(places.first), at(places.second)];
  if (!first || !second) return null;
  const found = netPromoterDifference({ before: first.score.counts, after: second.score.counts });
  const scores = t('nps.two.scores', {
    first: first.name,
    second: second.name,
    from: surveyFormat(t).points(first.score.interval.score),
    to: surveyFormat(t).points(second.score.interval.score),
  });
  return (
    <div className="two-compared">
      {(['first', 'second'] as const).map((which) => (
        <Choice
          key={which}
          name={which}
          label={t(`nps.two.${which}`, { label })}
          options={parts.map(({ name }, value) => ({ value, label: name }))}
          chosen={Math.min(places[which], parts.length - 1)}
          choose={(place) => setPlaces({ ...places, [which]: place })}
        />
      ))}
      {first === second || !found.ok ? (
        <p className="hint">{t('nps.two.same')}</p>
      ) : (
        <div aria-live="polite">
          <p>{scores}</p>
          <Verdict
            {...found.value}
            prefix="two."
            title={scores}
            verdict={verdictOf(found.value.difference, found.value.pValue)}
            t={t}
          />
        </div>
      )}
    </div>
  );
}

const kinds = ['segments', 'periods'] as const;
type Kind = (typeof kinds)[number];

/** Any two segments or periods of a file against each other. */
export function TwoPartsView({ data, length, t }: AnswersProps & { readonly length: PeriodLength }) {
  const [wanted, chooseKind] = useState<Kind>();
  const segments = groupScores(data.segments, data.scale).map((score) => ({ name: segmentName(score.name, t), score }));
  const periods = surveyTrend(data, length).flatMap(({ period, counts }) =>
    groupScores([{ name: periodName(period, length, t.locale), counts }], data.scale).map((score) => ({
      name: score.name,
      score,
    })),
  );
  const parts = { segments, periods };
  const possible = kinds.filter((each) => parts[each].length > 1);
  const kind = possible.find((each) => each === wanted) ?? possible.at(-1);
  if (!kind) return null;
  return (
    <section className="data-view" aria-labelledby="survey-two-title">
      <h2 id="survey-two-title">{t('nps.two.title')}</h2>
      {possible.length > 1 && (
        <Choice
          name="part"
          label={t('nps.two.what')}
          options={possible.map((value) => ({ value, label: t(`nps.two.${value}`) }))}
          chosen={kind}
          choose={chooseKind}
        />
      )}
      <TwoCompared key={kind} parts={parts[kind]} label={t(`nps.two.${kind}.label`)} t={t} />
      <p className="hint">{t('nps.compared.note')}</p>
    </section>
  );
}
