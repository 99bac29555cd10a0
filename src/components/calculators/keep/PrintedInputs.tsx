import { addressWith } from '../../../browser/address.ts';
import { unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import { scenarioName } from '../shared/Scenarios.tsx';
import type { KeepProps } from './KeepBox.tsx';

/** The numbers put in, as a table: on paper it stands for the fields. */
export function PrintedInputs({ state, words, modelWords, t }: KeepProps) {
  const { scenarios, model, entered, link, isReady } = state;
  const data = entered.data[model.name];
  const asked = model.inputs.filter(({ name }) => scenarios.some(({ texts }) => (texts[name] ?? '') !== ''));
  const format = { locale: t.locale, currency: entered.currency, digits: undefined };
  return (
    <section className="printed-inputs print-only" aria-label={t('keep.inputs')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{modelWords(model.name).label}</th>
            {scenarios.map((scenario, index) => (
              <th key={scenario.id} scope="col">
                {scenarios.length > 1 && scenarioName(scenario, index, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {asked.map(({ name }) => (
            <tr key={name}>
              <th scope="row">{words.labels[name]}</th>
              {scenarios.map(({ id, numbers, texts }) => {
                const value = numbers[name];
                return (
                  <td key={id}>{value === undefined ? texts[name] : formatNumber(value, unitOf(name), format)}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {data && (
        <p>
          {t.count('keep.data', data.rows, {
            name: data.name || t('keep.data.typed'),
            rejected: data.rejected.toLocaleString(t.locale),
          })}
        </p>
      )}
      {isReady && link !== undefined && <p>{t('keep.printed.link', { address: addressWith(link) })}</p>}
    </section>
  );
}
