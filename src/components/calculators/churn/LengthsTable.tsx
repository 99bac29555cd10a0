import { useId } from 'react';
import type { PeriodLength } from '../../../lib/calculators/customer-summary.ts';
import { useShownNumbers } from '../../charts/ShownNumbers.tsx';
import type { Translate } from './messages.ts';
import type { Wording } from './wording.ts';

export interface LengthRow {
  readonly length: PeriodLength;
  readonly churn: number;
  readonly lower: number;
  readonly upper: number;
}

interface Props {
  readonly title: string;
  readonly note: string;
  readonly rows: readonly LengthRow[];
  /** Addresses of terms by slug. */
  readonly links: Readonly<Record<string, string>>;
  readonly wording: Wording;
  readonly t: Translate;
}

function Linked({ href, text }: { readonly href: string | undefined; readonly text: string }) {
  return href === undefined ? text : <a href={href}>{text}</a>;
}

/** Churn per month, quarter and year in one view, each with its interval and what is left. */
export function LengthsTable({ title, note, rows, links, wording, t }: Props) {
  const id = useId();
  const { share, interval } = wording;
  useShownNumbers({
    name: 'churn-by-length',
    caption: title,
    table: {
      head: [
        t('churn.length'),
        ...(['churn', 'lower', 'upper', 'kept'] as const).map((name) => t(`churn.head.${name}`)),
      ],
      rows: rows.map(({ length, churn, lower, upper }) => [t(`churn.per.${length}`), churn, lower, upper, 1 - churn]),
      format: (value) => share(value),
    },
  });
  return (
    <section className="churn-lengths" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">
                <Linked href={links['churn-rate']} text={t('churn.head.churn')} />
              </th>
              <th scope="col">{t('churn.head.interval')}</th>
              <th scope="col">
                <Linked href={links['retention-rate']} text={t('churn.head.kept')} />
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ length, churn, lower, upper }) => (
              <tr key={length}>
                <th scope="row">{t(`churn.per.${length}`)}</th>
                <td>
                  <b>{share(churn)}</b>
                </td>
                <td>{interval(lower, upper)}</td>
                <td>{share(1 - churn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="hint">{note}</p>
    </section>
  );
}
