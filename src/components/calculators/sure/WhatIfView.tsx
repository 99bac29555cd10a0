import { memo } from 'react';
import type { WhatIfAsked } from '../../../lib/calculators/uncertainty.ts';
import { unitOf } from '../../../lib/metrics/quantities.ts';
import { ChartFigure } from '../../charts/ChartFigure.tsx';
import { HeatMap } from '../../charts/HeatMap.tsx';
import type { Translate } from '../shared/messages.ts';
import type { Show } from './show.ts';

interface Props {
  readonly asked: WhatIfAsked;
  readonly cells: readonly (readonly (number | undefined)[])[];
  readonly show: Show;
  readonly t: Translate;
}

/** The result for every pair of values of two numbers. */
export const WhatIfView = memo(function WhatIfView({ asked, cells, show, t }: Props) {
  const { result, rows, columns, inputs } = asked;
  const marked = {
    row: rows.values.indexOf(inputs[rows.input] ?? Number.NaN),
    column: columns.values.indexOf(inputs[columns.input] ?? Number.NaN),
  };
  const present = cells[marked.row]?.[marked.column];
  const format = (value: number) => show.value(result, value);
  // Seven amounts in a row have no room for their signs.
  const cell = (value: number) => (unitOf(result) === 'money' ? show.count(value) : format(value));
  const rowLabels = rows.values.map((value) => show.input(rows.input, value));
  const columnLabels = columns.values.map((value) => show.input(columns.input, value));
  const hasEmpty = cells.flat().includes(undefined);
  const caption = [
    t('sure.whatIf.caption', {
      result: show.name(result),
      rows: show.name(rows.input),
      columns: show.name(columns.input),
      value: present === undefined ? '—' : show.value(result, present),
    }),
    hasEmpty ? t('sure.whatIf.empty') : [],
  ]
    .flat()
    .join(t('calc.sentenceSpace'));
  return (
    <ChartFigure
      caption={caption}
      name={`what-if-${result}`}
      t={t}
      chart={
        <HeatMap
          caption={caption}
          rows={rowLabels}
          columns={columnLabels}
          rowsLabel={show.name(rows.input)}
          columnsLabel={show.name(columns.input)}
          cells={cells}
          formatCell={cell}
          marked={marked}
        />
      }
      table={{
        head: [`${show.name(rows.input)} ↓ ${show.name(columns.input)} →`, ...columnLabels],
        rows: cells.map((row, index) => [rowLabels[index] ?? '', ...row.map((value) => value ?? '')]),
        format,
      }}
    />
  );
});
