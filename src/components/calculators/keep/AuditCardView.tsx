import { useMemo } from 'react';
import { fileName, saveFile } from '../../../browser/download.ts';
import {
  type AuditCard,
  type AuditedInput,
  type AuditedScenario,
  auditCard,
} from '../../../lib/calculators/audit-card.ts';
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
  return t(`keep.audit.range.${range.kind}`, { low, high, events, total });
}

function Scenario({ scenario, t }: { readonly scenario: AuditedScenario; readonly t: KeepProps['t'] }) {
  const { name, inputs, problem, results, steps, between } = scenario;
  const hasRanges = inputs.some(({ range }) => range);
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
              </tr>
            </thead>
            <tbody>
              {results.map((result) => (
                <tr key={result.name}>
                  <th scope="row">{result.label}</th>
                  {result.value === null ? (
                    <td colSpan={2}>{result.sentence}</td>
                  ) : (
                    <>
                      <td>{result.shown}</td>
                      <td>{result.value}</td>
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
        {t('keep.data', {
          name: name || t('keep.data.typed'),
          rows: rows.toLocaleString(t.locale),
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

/** The audit card of what is entered now, to read, to print and to save. */
export default function AuditCardView(props: KeepProps) {
  const { state, t } = props;
  const { entered, calculator } = state;
  // The moment belongs to the numbers: it changes when they do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are the same for as long as the page stands
  const card = useMemo(() => auditCard(entered, calculator, auditContext(props, new Date())), [entered, calculator]);
  const save = () => {
    const content = new Blob([`${JSON.stringify(card, null, 2)}\n`], { type: 'application/json' });
    saveFile(content, fileName(`${t(`calculator.${calculator.name}.title`)} audit ${card.made.slice(0, 10)}`, 'json'));
  };
  return (
    <div className="audit-card">
      <div className="no-print">
        <p className="hint">{t('keep.audit.text')}</p>
        <div className="share">
          <button type="button" onClick={save}>
            {t('keep.audit.save')}
          </button>
          <button type="button" onClick={() => window.print()}>
            {t('keep.audit.print')}
          </button>
        </div>
      </div>
      <Facts card={card} t={t} />
      {card.scenarios.map((scenario, index) => (
        <Scenario key={entered.scenarios[index]?.id} scenario={scenario} t={t} />
      ))}
      <DataUsedView card={card} t={t} />
      <Simulation card={card} words={props.words} t={t} />
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
