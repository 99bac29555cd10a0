import { useRef, useState } from 'react';
import { addressWith } from '../../../browser/address.ts';
import { copyText } from '../../../browser/clipboard.ts';
import type { Translate } from './messages.ts';
import type { LifetimeValueCalculator } from './use-lifetime-value.ts';

interface Props {
  readonly calculator: LifetimeValueCalculator;
  readonly t: Translate;
}

/** Copy a link that opens this calculation, print it, start over, and take the last replacement back. */
export function ShareBar({ calculator, t }: Props) {
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>();
  const reset = useRef<HTMLButtonElement>(null);
  const { link, replaced } = calculator;
  const copy = async () => {
    if (link === undefined) return;
    setCopied({ link, done: await copyText(addressWith(link)) });
  };
  const isCurrent = copied !== undefined && copied.link === link;
  return (
    <div className="share">
      <button type="button" className="primary" onClick={() => void copy()} disabled={link === undefined}>
        {t('ltv.share.copy')}
      </button>
      <button type="button" onClick={() => window.print()}>
        {t('ltv.share.print')}
      </button>
      <button ref={reset} type="button" onClick={calculator.reset}>
        {t('ltv.reset')}
      </button>
      <p role="status" className="hint">
        {isCurrent && copied.done && t('ltv.share.copied')}
        {!isCurrent && replaced && t(`ltv.replaced.${replaced}`)}{' '}
        {!isCurrent && replaced && (
          <button
            type="button"
            onClick={() => {
              calculator.undo();
              // The button goes; the one it undid is the nearest place.
              reset.current?.focus();
            }}
          >
            {t('ltv.undo')}
          </button>
        )}
      </p>
      {isCurrent && !copied.done && (
        <label className="hint">
          {t('ltv.share.byHand')}
          <input readOnly value={addressWith(copied.link)} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </div>
  );
}
