import type { Warning } from '../../../lib/calculators/warnings.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { ShownFacts } from '../../charts/ShownNumbers.tsx';
import type { Translate } from './messages.ts';

interface Props {
  readonly warnings: readonly Warning[];
  /** Addresses of the terms that explain, by slug. */
  readonly links: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly t: Translate;
}

/** Where a number is easily misread, each with the term that explains it. */
export function Warnings({ warnings, links, currency, t }: Props) {
  if (warnings.length === 0) return null;
  return (
    <aside className="warnings" aria-label={t('calc.warnings')}>
      {warnings.map(({ kind, term, numbers }) => {
        const written = Object.entries(numbers).map(([name, { value, unit }]) => {
          return { name, value, shown: formatNumber(value, unit, { locale: t.locale, currency }) };
        });
        const sentence = t(`warning.${kind}`, Object.fromEntries(written.map(({ name, shown }) => [name, shown])));
        return (
          <p key={kind} className="notice">
            {sentence} {links[term] && <a href={links[term]}>{t('calc.warning.more')}</a>}
            <ShownFacts
              name={`warning-${kind}`}
              caption={sentence}
              // The sentence alone says what they are.
              facts={written.map(({ value, shown }) => [shown, value, () => shown])}
            />
          </p>
        );
      })}
    </aside>
  );
}
