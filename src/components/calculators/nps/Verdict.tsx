import type { Verdict as VerdictKind } from '../../../lib/calculators/surveys/survey-difference.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import { surveyFormat } from './format.ts';
import type { Translate } from './messages.ts';

interface Props {
  /** Before the names of the outputs. */
  readonly prefix: string;
  /** What is compared. */
  readonly title: string;
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
  readonly pValue: number | undefined;
  readonly verdict: VerdictKind;
  readonly t: Translate;
}

/** A difference in plain words: how large, how sure, and whether chance alone would do. */
export function Verdict({ prefix, title, difference, lower, upper, pValue, verdict, t }: Props) {
  const show = surveyFormat(t);
  return (
    <>
      <p className="verdict">
        <strong>{t(`nps.verdict.${verdict}`)}</strong>
        {t('calc.sentenceSpace')}
        {pValue !== undefined && verdict !== 'same' && t('nps.verdict.chanceOf', { share: show.chance(pValue) })}
      </p>
      <ShownFacts
        name={`${prefix}difference`}
        caption={title}
        facts={[
          [t('nps.difference'), difference, show.points],
          [t('nps.lower'), lower, show.points],
          [t('nps.upper'), upper, show.points],
          [t('nps.pValue'), pValue, show.chance],
        ]}
      />
      <dl className="results">
        <div>
          <dt>{t('nps.difference')}</dt>
          <dd>
            <output name={`${prefix}difference`} data-value={difference}>
              {t('calc.points', { points: show.points(difference) })}
            </output>
          </dd>
        </div>
        <div>
          <dt>{t('nps.difference.interval')}</dt>
          <dd>{t('calc.fromTo', { lower: show.points(lower), upper: show.points(upper) })}</dd>
        </div>
        {pValue !== undefined && (
          <div>
            <dt>{t('nps.pValue')}</dt>
            <dd>
              <output name={`${prefix}pValue`} data-value={pValue}>
                {show.chance(pValue)}
              </output>
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
