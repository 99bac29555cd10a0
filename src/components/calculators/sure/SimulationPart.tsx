import { useMemo } from 'react';
import type { SimulationSettings } from '../../../lib/calculators/entered.ts';
import { type DrawnInputs, hasUncertainData, swing } from '../../../lib/calculators/ranges.ts';
import { formatForField } from '../../../lib/number/format-number.ts';
import { parseNumber } from '../../../lib/number/parse-number.ts';
import type { Result } from '../../../lib/result.ts';
import { withSentence } from '../shared/messages.ts';
import { Answered, Choice, Part, type Subject } from './parts.tsx';
import { SimulationView } from './SimulationView.tsx';
import { TextNumber } from './TextNumber.tsx';
import { useCalculated } from './use-calculated.ts';

const choicesOfDraws = [1000, 10_000, 100_000] as const;
const seeds = 2 ** 32;

interface Props {
  readonly subject: Subject;
  readonly drawn: Result<DrawnInputs, string>;
  readonly settings: SimulationSettings;
  readonly onSettings: (settings: SimulationSettings) => void;
}

/** Random draws of all numbers that are not known exactly, and what they make of the result. */
export function SimulationPart({ subject, drawn, settings, onSettings }: Props) {
  const { asked, target, isLessBetter, show, t } = subject;
  const seed = parseNumber(settings.seed, 'count');
  const seedValue = seed.ok ? seed.value : undefined;
  const drawsData = hasUncertainData(asked.model);
  const inputs = drawn.ok && (drawsData || Object.keys(drawn.value).length > 0) ? drawn.value : undefined;
  const { draws } = settings;
  const question = useMemo(
    () =>
      inputs === undefined || seedValue === undefined
        ? undefined
        : { ...asked, drawn: inputs, draws, seed: seedValue, target },
    [asked, inputs, draws, seedValue, target],
  );
  const state = useCalculated('simulateResult', question);
  const refused = state.last?.answer.ok === false && state.last.answer.field === 'seed' ? state.last.answer : undefined;
  return (
    <Part title={t('sure.simulation')}>
      <p className="hint">
        {t('sure.simulation.text')}{' '}
        {asked.data !== undefined && t(drawsData ? 'sure.simulation.curve' : 'sure.simulation.data')}
      </p>
      <div className="sure-choices no-print">
        <Choice
          name="draws"
          label={t('sure.draws')}
          value={String(draws)}
          options={[...new Set([...choicesOfDraws, draws])].map((count) => [String(count), show.count(count)])}
          onChoice={(count) => onSettings({ ...settings, draws: Number(count) })}
        />
        <div className="sure-pair">
          <TextNumber
            name="seed"
            label={t('sure.seed')}
            text={settings.seed}
            unit="count"
            currency=""
            problem={refused && t(`reason.${withSentence(refused).reason}`)}
            onText={(text) => onSettings({ ...settings, seed: text })}
            t={t}
          />
          <button
            type="button"
            onClick={() =>
              onSettings({ ...settings, seed: formatForField(((seedValue ?? 0) + 1) % seeds, 'count', t.locale) })
            }
          >
            {t('sure.seed.other')}
          </button>
        </div>
      </div>
      {!drawn.ok && <p>{t('sure.ranges.incomplete')}</p>}
      {drawn.ok && !inputs && <p>{t('sure.simulation.ask', { swing: show.share(swing) })}</p>}
      {!refused && (
        <Answered state={state} t={t}>
          {(of, simulation) => (
            <SimulationView asked={of} simulation={simulation} isLessBetter={isLessBetter} show={show} t={t} />
          )}
        </Answered>
      )}
    </Part>
  );
}
