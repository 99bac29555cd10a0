import type { Warning } from '../../../lib/calculators/warnings.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
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
        const shown = Object.entries(numbers).map(([name, { value, unit }]) => [
          name,
          formatNumber(value, unit, { locale: t.locale, currency }),
        ]);
        return (
          <p key={kind} className="notice">
            {t(`warning.${kind}`, Object.fromEntries(shown))}{' '}
            {links[term] && <a href={links[term]}>{t('calc.warning.more')}</a>}
          </p>
        );
      })}
    </aside>
  );
}
