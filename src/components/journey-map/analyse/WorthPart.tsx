import { useState } from 'react';
import { newId } from '../../../browser/new-id.ts';
import { localeFacts } from '../../../lib/i18n/locales.ts';
import type { Economics, Stage, Survey } from '../../../lib/journey-map/document.ts';
import { limits } from '../../../lib/journey-map/document.ts';
import { type StageWorth, type Worth, worthOf } from '../../../lib/journey-map/worth.ts';
import { netPromoterInterval } from '../../../lib/metrics/survey/net-promoter-interval.ts';
import { currencySign, formatNumber } from '../../../lib/number/format-number.ts';
import { FieldHelp } from '../FieldHelp.tsx';
import type { Translate } from '../messages.ts';
import { stageName } from '../names.ts';
import type { Editor } from '../use-editor.ts';
import { MapNumberField } from './MapNumberField.tsx';

interface Props {
  readonly editor: Editor;
  readonly t: Translate;
}

const money = (value: number, currency: string, t: Translate) =>
  formatNumber(value, 'money', { locale: t.locale, currency });
const share = (value: number, t: Translate) =>
  formatNumber(value, 'ratio', { locale: t.locale, currency: '', digits: 2 });
const points = (value: number, t: Translate) => formatNumber(value, 'points', { locale: t.locale, currency: '' });

/** What a customer is worth, if all that it takes is known. */
function knownEconomics({ currency, arpa, grossMargin, churn }: Economics): Required<Economics> | undefined {
  return arpa === undefined || grossMargin === undefined || churn === undefined
    ? undefined
    : { currency, arpa, grossMargin, churn };
}

function withValue<Fields extends object>(fields: Fields, name: keyof Fields, value: number | undefined): Fields {
  const { [name]: _, ...others } = fields;
  return (value === undefined ? others : { ...others, [name]: value }) as Fields;
}

interface EconomicsFieldsProps extends Props {
  readonly economics: Economics;
  readonly churnProblem: string | undefined;
}

function EconomicsFields({ editor, economics, churnProblem, t }: EconomicsFieldsProps) {
  const [going] = useState(newId);
  // A map has some currency: until another is typed, the field may be empty and the map keeps the last one.
  const [isEmptied, setEmptied] = useState(false);
  const set = (changed: Economics, name: string) =>
    editor.actions.perform({ type: 'set', changes: { economics: changed } }, { going: name });
  const sign = currencySign(economics.currency, t.locale);
  return (
    <fieldset disabled={editor.isReadOnly}>
      <legend>{t('journey.analysis.economics')}</legend>
      <MapNumberField
        name="arpa"
        kind="amount"
        label={t('journey.analysis.arpa')}
        sign={sign}
        value={economics.arpa}
        onValue={(value, name) => set(withValue(economics, 'arpa', value), name)}
        t={t}
      />
      <label>
        {t('journey.analysis.currency')}
        <input
          name="currency"
          autoComplete="off"
          maxLength={limits.currency}
          value={isEmptied ? '' : economics.currency}
          onChange={({ target }) => {
            setEmptied(target.value === '');
            if (target.value !== '') set({ ...economics, currency: target.value }, going);
          }}
          onBlur={() => setEmptied(false)}
        />
      </label>
      <MapNumberField
        name="grossMargin"
        kind="share"
        label={t('journey.analysis.grossMargin')}
        sign="%"
        value={economics.grossMargin}
        onValue={(value, name) => set(withValue(economics, 'grossMargin', value), name)}
        t={t}
      />
      <MapNumberField
        name="churn"
        kind="share"
        label={t('journey.analysis.churn')}
        sign="%"
        value={economics.churn}
        onValue={(value, name) => set(withValue(economics, 'churn', value), name)}
        problem={churnProblem}
        t={t}
      />
    </fieldset>
  );
}

const groups = ['promoters', 'passives', 'detractors'] as const satisfies readonly (keyof Survey)[];
const nobody: Survey = { promoters: 0, passives: 0, detractors: 0 };

/** A survey with one of its counts changed; none once the last count is taken out. */
function surveyWith(survey: Survey, group: keyof Survey, count: number | undefined): Survey | null {
  const changed = { ...survey, [group]: count ?? 0 };
  return count === undefined && groups.every((name) => changed[name] === 0) ? null : changed;
}

interface StagePartProps extends Props {
  readonly stage: Stage;
  readonly worth: StageWorth | undefined;
  readonly economics: Economics;
}

function StageAnswers({ stage, worth, economics: { currency }, t }: Omit<StagePartProps, 'editor'>) {
  const without = worth?.without;
  const interval = stage.survey && netPromoterInterval(stage.survey);
  return (
    <>
      {without?.ok && (
        <output name={`gain-${stage.id}`} data-value={without.value.gain}>
          {t('journey.analysis.gain', {
            gain: money(without.value.gain, currency, t),
            value: money(without.value.value, currency, t),
          })}
        </output>
      )}
      {without?.ok === false && (
        <output name={`gain-${stage.id}`}>{t(`journey.analysis.without.${without.reason}`)}</output>
      )}
      {interval?.ok && (
        <output name={`nps-${stage.id}`} data-value={interval.value.score}>
          {t('journey.analysis.nps', {
            score: points(interval.value.score, t),
            lower: points(interval.value.lower, t),
            upper: points(interval.value.upper, t),
          })}
        </output>
      )}
    </>
  );
}

function StagePart({ editor, stage, worth, economics, t }: StagePartProps) {
  const change = (changes: { readonly churn?: number | null; readonly survey?: Survey | null }, going: string) =>
    editor.actions.perform({ type: 'change', in: 'stages', ids: [stage.id], changes }, { going });
  return (
    <fieldset disabled={editor.isReadOnly}>
      <legend>{stageName(editor.map.stages, stage, t)}</legend>
      <MapNumberField
        name={`churn-${stage.id}`}
        kind="share"
        label={t('journey.analysis.stageChurn')}
        sign="%"
        value={stage.churn}
        onValue={(value, going) => change({ churn: value ?? null }, going)}
        t={t}
      />
      {groups.map((group) => (
        <MapNumberField
          key={group}
          name={`${group}-${stage.id}`}
          kind="answers"
          label={t(`journey.analysis.${group}`)}
          sign=""
          value={stage.survey?.[group]}
          onValue={(value, going) => change({ survey: surveyWith(stage.survey ?? nobody, group, value) }, going)}
          t={t}
        />
      ))}
      <StageAnswers stage={stage} worth={worth} economics={economics} t={t} />
    </fieldset>
  );
}

function Total({ worth, currency, t }: { readonly worth: Worth; readonly currency: string; readonly t: Translate }) {
  const { now, elsewhere, onePointLess } = worth;
  return (
    <>
      <output name="ltv" data-value={now}>
        {t('journey.analysis.now', { value: money(now, currency, t) })}
      </output>
      {onePointLess?.ok && (
        <output name="onePointLess" data-value={onePointLess.value.gain}>
          {t('journey.analysis.onePoint', { gain: money(onePointLess.value.gain, currency, t) })}
        </output>
      )}
      {worth.stages.length > 0 && elsewhere > 0 && (
        <output name="elsewhere" data-value={elsewhere}>
          {t('journey.analysis.elsewhere', { share: share(elsewhere, t) })}
        </output>
      )}
    </>
  );
}

/** Churn and survey answers at the stages, and what they are worth in lifetime value. */
export function WorthPart({ editor, t }: Props) {
  const { stages, language, economics = { currency: localeFacts[language].currency } } = editor.map;
  const known = knownEconomics(economics);
  const worth = known && worthOf(editor.map, known);
  const problem = worth?.ok === false ? t(`journey.analysis.problem.${worth.reason}`) : undefined;
  return (
    <section>
      <div className="journey-heading">
        <h3>{t('journey.analysis.worth')}</h3>
        <FieldHelp of="economics" t={t} />
      </div>
      <p className="hint">{t('journey.analysis.worth.hint')}</p>
      <EconomicsFields editor={editor} economics={economics} churnProblem={problem} t={t} />
      {worth?.ok ? (
        <Total worth={worth.value} currency={economics.currency} t={t} />
      ) : (
        <p>{t('journey.analysis.worth.incomplete')}</p>
      )}
      <div className="journey-heading">
        <h4>{t('journey.analysis.stages')}</h4>
        <FieldHelp of="churn" t={t} />
        <FieldHelp of="survey" t={t} />
      </div>
      <p className="hint">{t('journey.analysis.stages.hint')}</p>
      <div className="journey-stage-numbers">
        {stages.map((stage) => (
          <StagePart
            key={stage.id}
            editor={editor}
            stage={stage}
            worth={worth?.ok ? worth.value.stages.find((part) => part.stage.id === stage.id) : undefined}
            economics={economics}
            t={t}
          />
        ))}
      </div>
      {stages.some(({ survey }) => survey) && <p className="hint">{t('journey.analysis.nps.hint')}</p>}
    </section>
  );
}
