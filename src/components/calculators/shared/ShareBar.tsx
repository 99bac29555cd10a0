import { useState } from 'react';
import { addressWith } from '../../../browser/address.ts';
import { copyText } from '../../../browser/clipboard.ts';
import { hasRange } from '../../../lib/calculators/entered.ts';
import { dataParameters } from '../../../lib/calculators/link.ts';
import type { Translate } from './messages.ts';
import type { CalculatorState } from './use-calculator.ts';

interface Props {
  readonly state: CalculatorState;
  readonly t: Translate;
}

/** Copy a link that opens this calculation, print it, start over, and take the last replacement back. */
export function ShareBar({ state, t }: Props) {
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>();
  const { link, replaced, entered, model } = state;
  const copy = async () => {
    if (link === undefined) return;
    setCopied({ link, done: await copyText(addressWith(link)) });
  };
  const isCurrent = copied !== undefined && copied.link === link;
  const leavesRanges = entered.scenarios.some(hasRange);
  const leavesData = entered.data[model.name] !== undefined && !dataParameters(entered, model);
  return (
    <div className="share">
      <button type="button" className="primary" onClick={() => void copy()} disabled={link === undefined}>
        {t('calc.share.copy')}
      </button>
      <button type="button" onClick={() => window.print()}>
        {t('calc.share.print')}
      </button>
      <button type="button" onClick={state.reset}>
        {t('calc.reset')}
      </button>
      <p role="status" className="hint">
        {isCurrent && copied.done && t(leavesData ? 'calc.share.copied.data' : 'calc.share.copied')}{' '}
        {isCurrent && copied.done && leavesRanges && t('calc.share.copied.ranges')}
        {!isCurrent && replaced && t(`calc.replaced.${replaced}`)}{' '}
        {!isCurrent && replaced && (
          <button type="button" onClick={state.undo}>
            {t(replaced === 'undone' ? 'calc.redo' : 'calc.undo')}
          </button>
        )}
      </p>
      {isCurrent && !copied.done && (
        <label className="hint">
          {t('calc.share.byHand')}
          <input readOnly value={addressWith(copied.link)} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </div>
  );
}
