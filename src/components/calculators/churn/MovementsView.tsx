import { Fragment } from 'react';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import { BridgeChart } from '../../charts/BridgeChart.tsx';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import type { QuantityWords } from '../../formula/FormulaView.tsx';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { CalculatorState, ScenarioState } from '../shared/use-calculator.ts';
import type { Translate } from './messages.ts';
import { wording } from './wording.ts';

interface Props {
  readonly state: CalculatorState;
  readonly words: QuantityWords;
  readonly t: Translate;
}

/** In the order of the bridge, with their signs. */
const movements = [
  ['newRevenue', 1],
  ['expansionRevenue', 1],
  ['reactivatedRevenue', 1],
  ['contractionRevenue', -1],
  ['churnedRevenue', -1],
] as const satisfies readonly (readonly [QuantityName, 1 | -1])[];

/** How the revenue at the end came about, a bridge for each scenario. */
export default function MovementsView({ state, words, t }: Props) {
  const { scenarios, entered } = state;
  const { money } = wording(t, entered.currency);
  const label = (name: QuantityName) => {
    const text = words.labels[name] ?? name;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const bridge = (scenario: ScenarioState, index: number) => {
    const { numbers, answer } = scenario;
    const end = answer?.ok ? answer.value.results.revenueAtEnd : undefined;
    if (!end?.ok || numbers.revenueAtStart === undefined) return null;
    const changes = movements.map(([name, sign]) => ({ label: label(name), value: sign * (numbers[name] ?? 0) }));
    const total = (sign: number) => changes.reduce((sum, { value }) => sum + Math.max(0, sign * value), 0);
    const said = t('churn.bridge.caption', {
      start: money(numbers.revenueAtStart),
      end: money(end.value),
      gained: money(total(1)),
      lost: money(total(-1)),
    });
    const caption =
      scenarios.length === 1
        ? said
        : t('calc.scenario.problem', { name: scenarioName(scenario, index, t), problem: said });
    const start = { label: label('revenueAtStart'), value: numbers.revenueAtStart };
    const endLabel = label('revenueAtEnd');
    return (
      <Fragment key={scenario.id}>
        <ShownFacts
          name="revenue-bridge-sums"
          caption={caption}
          facts={[
            [t('churn.bridge.gained'), total(1), money],
            [t('churn.bridge.lost'), total(-1), money],
          ]}
        />
        <ChartFigure
          caption={caption}
          name="revenue-bridge"
          t={t}
          chart={
            <BridgeChart
              caption={caption}
              start={start}
              changes={changes}
              endLabel={endLabel}
              valueLabel={t('churn.bridge.value')}
              formatValue={money}
            />
          }
          table={{
            head: [t('churn.head.movement'), t('churn.bridge.value')],
            rows: [start, ...changes, { label: endLabel, value: end.value }].map((step) => [step.label, step.value]),
            format: money,
          }}
        />
      </Fragment>
    );
  };
  return scenarios.map(bridge);
}
