import { useMemo, useState } from 'react';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import { Answered, Choice, Part, type Subject } from './parts.tsx';
import { useCalculated } from './use-calculated.ts';

interface Props {
  readonly subject: Subject;
  /** The numbers that can be changed, what matters most first. */
  readonly names: readonly [QuantityName, ...QuantityName[]];
  /** Puts a value into the scenario. */
  readonly onTake: (name: QuantityName, value: number) => void;
}

/** Which value of one number would make the result reach its target. */
export function BreakEvenPart({ subject, names, onTake }: Props) {
  const { asked, target, isLessBetter, show, t } = subject;
  const [chosen, choose] = useState<QuantityName>();
  const solveFor = chosen ?? names[0];
  const question = useMemo(
    () => (target === undefined ? undefined : { ...asked, solveFor, target, isLessBetter }),
    [asked, solveFor, target, isLessBetter],
  );
  const state = useCalculated('breakEvenOf', question);
  return (
    <Part title={t('sure.breakEven')}>
      <div className="sure-choices no-print">
        <Choice
          name="solveFor"
          label={t('sure.breakEven.input')}
          value={solveFor}
          options={names.map((name) => [name, show.name(name)])}
          onChoice={choose}
        />
      </div>
      {target === undefined && <p>{t('sure.breakEven.ask')}</p>}
      <Answered state={state} t={t}>
        {({ result, solveFor: name, target: wanted, inputs }, value) => {
          const found = t('sure.breakEven.found', {
            result: show.name(result),
            target: show.value(result, wanted),
            input: show.name(name),
            value: show.input(name, value),
          });
          return (
            <>
              <output name="breakEven" data-value={value}>
                {found}
              </output>
              <ShownFacts
                name={`break-even-${result}`}
                caption={found}
                facts={[[show.name(name), value, (each) => show.input(name, each)]]}
              />
              {value === inputs[name] ? (
                <p className="hint">{t('sure.breakEven.present')}</p>
              ) : (
                <button
                  type="button"
                  className="no-print"
                  onClick={() => {
                    // With this value another number may matter most: the question stays the same.
                    choose(name);
                    onTake(name, value);
                  }}
                >
                  {t('sure.breakEven.take', { value: show.input(name, value) })}
                </button>
              )}
            </>
          );
        }}
      </Answered>
    </Part>
  );
}
