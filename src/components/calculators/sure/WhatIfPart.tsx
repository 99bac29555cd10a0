import { useMemo, useState } from 'react';
import { type DrawnInputs, endsOf, valuesAround } from '../../../lib/calculators/ranges.ts';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import { Answered, Choice, Part, type Subject } from './parts.tsx';
import { useCalculated } from './use-calculated.ts';
import { WhatIfView } from './WhatIfView.tsx';

interface Props {
  readonly subject: Subject;
  /** The numbers that can be varied, what matters most first. */
  readonly names: readonly QuantityName[];
  readonly drawn: DrawnInputs;
}

/** A table of the result over two numbers of choice. */
export function WhatIfPart({ subject: { asked, show, t }, names, drawn }: Props) {
  const [chosen, choose] = useState<readonly [QuantityName, QuantityName]>();
  const [rows, columns] = chosen ?? names;
  const question = useMemo(() => {
    if (!rows || !columns) return undefined;
    const varied = (input: QuantityName) => {
      const ends = drawn[input] && endsOf(drawn[input]);
      return { input, values: valuesAround(input, asked.inputs[input] ?? Number.NaN, ends) };
    };
    return { ...asked, rows: varied(rows), columns: varied(columns) };
  }, [asked, drawn, rows, columns]);
  const state = useCalculated('whatIf', question);
  if (!rows || !columns) return null;
  const options = names.map((name) => [name, show.name(name)] as const);
  return (
    <Part title={t('sure.whatIf')}>
      <div className="sure-choices no-print">
        <Choice
          name="whatIfRows"
          label={t('sure.whatIf.rows')}
          value={rows}
          options={options}
          // Choosing what the other has is asking for an exchange.
          onChoice={(name) => choose([name, name === columns ? rows : columns])}
        />
        <Choice
          name="whatIfColumns"
          label={t('sure.whatIf.columns')}
          value={columns}
          options={options}
          onChoice={(name) => choose([name === rows ? columns : rows, name])}
        />
      </div>
      <Answered state={state} t={t}>
        {(of, cells) => <WhatIfView asked={of} cells={cells} show={show} t={t} />}
      </Answered>
    </Part>
  );
}
