import { useMemo, useState } from 'react';
import { defaultSimulation, type SimulationSettings } from '../../../lib/calculators/entered.ts';
import {
  type DrawnInputs,
  drawnInputs,
  type EnteredRanges,
  endsOf,
  swungRanges,
} from '../../../lib/calculators/ranges.ts';
import { isLessBetter, targetNear } from '../../../lib/calculators/targets.ts';
import { type QuantityName, unitOf } from '../../../lib/metrics/quantities.ts';
import { formatForField } from '../../../lib/number/format-number.ts';
import { parseNumber } from '../../../lib/number/parse-number.ts';
import type { Result } from '../../../lib/result.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { ScenarioState } from '../shared/use-calculator.ts';
import { BreakEvenPart } from './BreakEvenPart.tsx';
import type { HowSureProps } from './HowSure.tsx';
import { Choice, Part, type Subject } from './parts.tsx';
import { RangeEditor } from './RangeEditor.tsx';
import { SimulationPart } from './SimulationPart.tsx';
import { type Show, showIn } from './show.ts';
import { TextNumber } from './TextNumber.tsx';
import { type Move, TornadoPart } from './TornadoPart.tsx';
import { useCalculated } from './use-calculated.ts';
import { WhatIfPart } from './WhatIfPart.tsx';

const noRanges: EnteredRanges = {};
const allExact: DrawnInputs = {};

/** The results that exist, the headline first. */
function resultsOf({ answer }: ScenarioState, headline: QuantityName): ReadonlyMap<QuantityName, number> {
  const results = answer?.ok ? answer.value.results : {};
  const names = [...new Set([headline, ...(Object.keys(results) as QuantityName[])])];
  return new Map(
    names.flatMap((name) => {
      const result = results[name];
      return result?.ok ? [[name, result.value] as const] : [];
    }),
  );
}

interface QuestionsProps {
  readonly subject: Subject;
  readonly drawn: Result<DrawnInputs, string>;
  readonly settings: SimulationSettings;
  readonly onSettings: (settings: SimulationSettings) => void;
  readonly onTake: (name: QuantityName, value: number) => void;
}

/** Everything that is asked about one result. */
function Questions({ subject, drawn, settings, onSettings, onTake }: QuestionsProps) {
  const { asked } = subject;
  const { inputs } = asked;
  const ranged = drawn.ok ? drawn.value : allExact;
  const hasRanges = Object.keys(ranged).length > 0;
  const [chosen, setMove] = useState<Move>('ranges');
  const move = hasRanges ? chosen : 'swing';
  const moved = useMemo(() => {
    const own = Object.entries(ranged).map(([name, each]) => [name, endsOf(each)]);
    return { ...asked, ranges: move === 'swing' ? swungRanges(asked.inputs) : Object.fromEntries(own) };
  }, [asked, ranged, move]);
  const tornado = useCalculated('tornadoOf', moved);
  const { last } = tornado;
  const widest = last?.answer.ok ? last.answer.value.bars.map(({ input }) => input as QuantityName) : [];
  const names = [...new Set([...widest, ...(Object.keys(inputs) as QuantityName[])])].filter((name) => name in inputs);
  const [most, ...others] = names;
  // Chosen numbers are chosen for one result; the key is of what is asked, for an answer may come after a choice.
  const key = `${asked.model} ${asked.result}`;
  return (
    <>
      <SimulationPart subject={subject} drawn={drawn} settings={settings} onSettings={onSettings} />
      <TornadoPart subject={subject} state={tornado} move={move} onMove={hasRanges ? setMove : undefined} />
      {/* What matters most is offered first: these parts begin when that is known. */}
      {last && <WhatIfPart key={`table ${key}`} subject={subject} names={names} drawn={ranged} />}
      {last && most && (
        <BreakEvenPart key={`target ${key}`} subject={subject} names={[most, ...others]} onTake={onTake} />
      )}
    </>
  );
}

interface TargetProps {
  readonly result: QuantityName;
  /** What the result is now. */
  readonly present: number;
  readonly text: string;
  readonly lessBetter: boolean;
  readonly currency: string;
  readonly onText: (text: string) => void;
  readonly show: Show;
  readonly t: HowSureProps['t'];
}

/** What the result is to reach; something to try, as long as nothing is entered. */
function Target({ result, present, text, lessBetter, currency, onText, show, t }: TargetProps) {
  const offered = targetNear(present, lessBetter);
  return (
    <div className="sure-pair">
      <TextNumber
        name="target"
        label={t(`sure.target.${lessBetter ? 'most' : 'least'}`)}
        text={text}
        unit={unitOf(result)}
        currency={currency}
        isOptional
        hint={t('sure.target.hint')}
        onText={onText}
        t={t}
      />
      {text.trim() === '' && (
        <button type="button" onClick={() => onText(formatForField(offered, unitOf(result), t.locale))}>
          {t('sure.target.offer', { value: show.value(result, offered) })}
        </button>
      )}
    </div>
  );
}

/** How sure one result of one scenario is, what it depends on, and what it would take to reach a target. */
export default function Uncertainty({ state, words, t }: HowSureProps) {
  const { calculator, entered, model, scenarios } = state;
  const { currency, simulation: settings = defaultSimulation } = entered;
  const [id, setId] = useState(scenarios[0].id);
  const scenario = scenarios.find((each) => each.id === id) ?? scenarios[0];
  const { numbers, ranges = noRanges } = scenario;
  const results = resultsOf(scenario, model.headline);
  const [result = model.headline] = [settings.result, ...results.keys()].filter((name) => name && results.has(name));
  const present = results.get(result);
  const data = entered.data[model.name]?.value;
  const show = useMemo(() => showIn(currency, words, t), [currency, words, t]);
  const asked = useMemo(
    () => ({ calculator: calculator.name, model: model.name, data, result, inputs: numbers }),
    [calculator, model, data, result, numbers],
  );
  const drawn = useMemo(() => drawnInputs(ranges, numbers), [ranges, numbers]);
  const targetText = settings.targets[result] ?? '';
  const target = parseNumber(targetText, unitOf(result));
  const lessBetter = isLessBetter(model.name, result);
  const enterTarget = (text: string) =>
    state.simulate({ ...settings, targets: { ...settings.targets, [result]: text } });
  return (
    <div className="sure-content">
      <p>{t('sure.lead')}</p>
      <div className="sure-choices no-print">
        {scenarios.length > 1 && (
          <Choice
            name="sureScenario"
            label={t('sure.scenario')}
            value={String(scenario.id)}
            options={scenarios.map((each, index) => [String(each.id), scenarioName(each, index, t)])}
            onChoice={(chosen) => setId(Number(chosen))}
          />
        )}
        {present !== undefined && (
          <>
            <Choice
              name="sureResult"
              label={t('sure.result')}
              value={result}
              options={[...results.keys()].map((name) => [name, show.name(name)])}
              onChoice={(chosen) => state.simulate({ ...settings, result: chosen })}
            />
            <Target
              result={result}
              present={present}
              text={targetText}
              lessBetter={lessBetter}
              currency={currency}
              onText={enterTarget}
              show={show}
              t={t}
            />
          </>
        )}
      </div>
      <Part title={t('sure.ranges')}>
        <RangeEditor
          numbers={numbers}
          ranges={ranges}
          onRanges={(changed) => state.enterRanges(scenario.id, changed)}
          currency={currency}
          show={show}
          t={t}
        />
      </Part>
      {present === undefined ? (
        <p>{t('sure.noAnswer')}</p>
      ) : (
        <>
          <ShownFacts
            name="how-sure"
            caption={t('calc.scenario.problem', {
              name: scenarioName(scenario, scenarios.indexOf(scenario), t),
              problem: t('sure.title'),
            })}
            facts={[[show.name(result), present, (value) => show.value(result, value)]]}
          />
          <Questions
            subject={{ asked, target: target.ok ? target.value : undefined, isLessBetter: lessBetter, show, t }}
            drawn={drawn}
            settings={settings}
            onSettings={state.simulate}
            onTake={(name, value) => state.enter(scenario.id, { [name]: value })}
          />
        </>
      )}
    </div>
  );
}
