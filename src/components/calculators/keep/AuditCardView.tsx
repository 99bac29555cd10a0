import { useMemo } from 'react';
import { fileName, saveFile } from '../../../browser/download.ts';
import {
  type AuditCard,
  type AuditedCell,
  type AuditedInput,
  type AuditedScenario,
  type AuditedView,
  auditCard,
} from '../../../lib/calculators/audit-card.ts';
import { fieldsOf } from '../../../lib/calculators/ranges.ts';
import { useAllShown } from '../../charts/ShownNumbers.tsx';
import { auditContext, dateText } from './audit-context.ts';
import type { KeepProps } from './KeepBox.tsx';

function Facts({ card, t }: { readonly card: AuditCard; readonly t: KeepProps['t'] }) {
  const { calculator, model, made, currency, address } = card;
  const facts = [
    [t('keep.audit.calculator'), calculator.title],
    [t('keep.audit.version'), String(calculator.version)],
    [t('calc.model'), model.label],
    [t('keep.audit.made'), dateText(new Date(made), t.locale)],
    [t('calc.currency'), currency],
    [t('keep.audit.address'), address ?? t('keep.audit.noAddress')],
  ] as const;
  return (
    <dl className="audit-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rangeText({ range }: AuditedInput, t: KeepProps['t']): string {
  if (!range) return '';
  const { low = '', high = '', events = '', total = '' } = range.texts;
  const typed = t(`keep.audit.range.${range.kind}`, { low, high, events, total });
  if (!range.ends || range.kind === 'fixed' || fieldsOf[range.kind].includes('low')) return typed;
  const usual = t('sure.usually', { low: String(range.ends.low), high: String(range.ends.high) });
  return `${typed} (${usual})`;
}

function Scenario({ scenario, t }: { readonly scenario: AuditedScenario; readonly t: KeepProps['t'] }) {
  const { name, inputs, problem, results, steps, between } = scenario;
  const hasRanges = inputs.some(({ range }) => range);
  const hasDifferences = results.some((result) => result.value !== null && result.difference);
  return (
    <section>
      <h3>{name}</h3>
      {inputs.length > 0 && (
        <div className="scroll">
          <table>
            <caption>{t('keep.inputs')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('keep.audit.quantity')}</th>
                <th scope="col">{t('keep.audit.typed')}</th>
                <th scope="col">{t('keep.audit.value')}</th>
                {hasRanges && <th scope="col">{t('keep.audit.range')}</th>}
              </tr>
            </thead>
            <tbody>
              {inputs.map((input) => (
                <tr key={input.name}>
                  <th scope="row">{input.label}</th>
                  <td>{input.typed}</td>
                  <td>{input.value}</td>
                  {hasRanges && <td>{rangeText(input, t)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {problem && <p>{problem}</p>}
      {results.length > 0 && (
        <div className="scroll">
          <table>
            <caption>{t('keep.results')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('keep.audit.quantity')}</th>
                <th scope="col">{t('keep.audit.shown')}</th>
                <th scope="col">{t('keep.audit.value')}</th>
                {hasDifferences && <th scope="col">{t('keep.audit.difference')}</th>}
              </tr>
            </thead>
            <tbody>
              {results.map((result) => (
                <tr key={result.name}>
                  <th scope="row">{result.label}</th>
                  {result.value === null ? (
                    <td colSpan={hasDifferences ? 3 : 2}>{result.sentence}</td>
                  ) : (
                    <>
                      <td>{result.shown}</td>
                      <td>{result.value}</td>
                      {hasDifferences && (
                        <td>
                          {result.difference?.shown} <span className="hint">{result.difference?.change}</span>
                        </td>
                      )}
                    </>
                  )}
                </tr>
              ))}
              {between.map(({ name: quantity, label, shown, value }) => (
                <tr key={quantity}>
                  <th scope="row">
                    {label} <span className="hint">{t('keep.audit.between')}</span>
                  </th>
                  <td>{shown}</td>
                  <td>{value}</td>
                  {hasDifferences && <td />}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {steps.length > 0 && (
        <>
          <h4>{t('keep.audit.steps')}</h4>
          <ul className="audit-steps">
            {steps.map(({ name: quantity, label, formula, numbers, value }) => (
              <li key={quantity}>
                {label} = {formula} = {numbers} = {value}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function DataUsedView({ card: { data }, t }: { readonly card: AuditCard; readonly t: KeepProps['t'] }) {
  if (!data) return null;
  const { name, rows, rejected, fingerprint } = data;
  return (
    <section>
      <h3>{t('keep.audit.data')}</h3>
      <p>
        {t.count('keep.data', rows, {
          name: name || t('keep.data.typed'),
          rejected: rejected.toLocaleString(t.locale),
        })}
      </p>
      {fingerprint !== undefined && <p className="fingerprint">{t('keep.data.fingerprint', { fingerprint })}</p>}
    </section>
  );
}

function Simulation({ card: { simulation }, words, t }: Pick<KeepProps, 'words' | 't'> & { readonly card: AuditCard }) {
  if (!simulation) return null;
  const targets = Object.entries(simulation.targets) as [keyof typeof simulation.targets, string][];
  return (
    <section>
      <h3>{t('keep.audit.simulation')}</h3>
      <p>
        {t('keep.audit.simulation.text', { draws: simulation.draws.toLocaleString(t.locale), seed: simulation.seed })}
      </p>
      {targets.map(([name, target]) => (
        <p key={name}>{t('keep.audit.target', { name: words.labels[name] ?? name, target })}</p>
      ))}
    </section>
  );
}

/** Rows and columns that fit on a page. */
const mostRows = 12;
const mostColumns = 8;
/** Tables with more columns take the whole width of a page. */
const broad = 4;

/** Places from the first to the last, evenly, as many as fit. */
function places(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, place) => place);
  return Array.from({ length: most }, (_, step) => Math.round((step * (count - 1)) / (most - 1)));
}

/** A few numbers with their names, unrounded too; of a table as much as a page holds. */
function View({ view: { caption, head, rows }, t }: { readonly view: AuditedView; readonly t: KeepProps['t'] }) {
  const isFacts = head.length === 0;
  const columns = places(isFacts ? 2 : head.length, mostColumns);
  const shown = (cell: AuditedCell = '') => (typeof cell === 'string' ? cell : cell.shown);
  const heads = isFacts
    ? [t('keep.audit.quantity'), t('keep.audit.shown'), t('keep.audit.value')]
    : columns.map((column) => head[column] ?? '');
  return (
    <div className={columns.length > broad ? 'scroll audit-view audit-view-broad' : 'scroll audit-view'}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places(rows.length, mostRows).map((place) => {
            const cells = rows[place] ?? [];
            const [, number] = cells;
            return (
              <tr key={place}>
                {columns.map((column) =>
                  column === 0 ? (
                    <th key={column} scope="row">
                      {shown(cells[column])}
                    </th>
                  ) : (
                    <td key={column}>{shown(cells[column])}</td>
                  ),
                )}
                {isFacts && <td>{typeof number === 'object' && number.value}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Views({ card: { views }, t }: { readonly card: AuditCard; readonly t: KeepProps['t'] }) {
  if (views.length === 0) return null;
  return (
    <section>
      <h3>{t('keep.audit.views')}</h3>
      <p className="hint">{t('keep.audit.views.text')}</p>
      <div className="audit-views">
        {views.map((view) => (
          <View key={`${view.name} ${view.caption}`} view={view} t={t} />
        ))}
      </div>
    </section>
  );
}

/** The audit card of what is entered now, to read, to print and to save. */
export default function AuditCardView(props: KeepProps) {
  const { state, t } = props;
  const { entered, calculator } = state;
  const { views, isPending } = useAllShown();
  // The moment belongs to the numbers: it changes when they do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are the same for as long as the page stands
  const card = useMemo(
    () => auditCard(entered, calculator, auditContext(props, views, new Date())),
    [entered, calculator, views],
  );
  const save = () => {
    const content = new Blob([`${JSON.stringify(card, null, 2)}\n`], { type: 'application/json' });
    saveFile(content, fileName(`${t(`calculator.${calculator.name}.title`)} audit ${card.made.slice(0, 10)}`, 'json'));
  };
  return (
    <div className="audit-card">
      <div className="no-print">
        <p className="hint">{t('keep.audit.text')}</p>
        <div className="share">
          <button type="button" disabled={isPending} onClick={save}>
            {t('keep.audit.save')}
          </button>
          <button type="button" onClick={() => window.print()}>
            {t('keep.audit.print')}
          </button>
        </div>
        {isPending && <p className="hint">{t('keep.audit.pending')}</p>}
      </div>
      <Facts card={card} t={t} />
      {card.scenarios.map((scenario, index) => (
        <Scenario key={entered.scenarios[index]?.id} scenario={scenario} t={t} />
      ))}
      <DataUsedView card={card} t={t} />
      <Simulation card={card} words={props.words} t={t} />
      <Views card={card} t={t} />
      {card.sources.length > 0 && (
        <section>
          <h3>{t('keep.audit.sources')}</h3>
          <ul>
            {card.sources.map(({ label, address }) => (
              <li key={address}>
                <a href={address}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
