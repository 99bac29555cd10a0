import { type ReactNode, useEffect, useId, useRef } from 'react';
import { localeFacts } from '../../../lib/i18n/locales.ts';
import { decimalMarks } from '../../../lib/table/amount.ts';
import { type ColumnName, columnFacts } from '../../../lib/table/columns.ts';
import { dateOrders } from '../../../lib/table/day-number.ts';
import type { Encoding } from '../../../lib/table/file-signature.ts';
import { decidedPlan, detectWriting, type PlanProblem } from '../../../lib/table/guess-plan.ts';
import { columnsOf, layoutFacts, layoutsOf, type TableLayout } from '../../../lib/table/layouts.ts';
import { type TableKind, timeUnits } from '../../../lib/table/table-data.ts';
import type { TableTranslate } from './messages.ts';
import type { ReaderStage, TableReaderState } from './use-table-reader.ts';

interface Props {
  readonly stage: Extract<ReaderStage, { step: 'plan' }>;
  readonly kind: TableKind;
  readonly reader: Omit<TableReaderState, 'stage'>;
  readonly t: TableTranslate;
}

/** Rows and columns of the preview. */
const shownRows = 6;
const shownColumns = 30;
const shownCharacters = 40;
/** What encodings are called, in every language. */
const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  shift_jis: 'Shift_JIS',
} as const satisfies Record<Encoding, string>;

function clipped(cell: string): string {
  return cell.length > shownCharacters ? `${cell.slice(0, shownCharacters)}…` : cell;
}

/** What a column is called in the choice: its name in the table, or its number. */
function columnLabel({ preview, draft }: Props['stage'], place: number, t: TableTranslate): string {
  const name = draft.hasHeader ? (preview.rows[0]?.[place] ?? '').trim() : '';
  const number = t('table.columnNumber', { number: place + 1 });
  return name === '' ? number : clipped(name);
}

function columnCount({ preview }: Props['stage']): number {
  return Math.max(...preview.rows.map((cells) => cells.length));
}

function PreviewTable({ stage, t }: Pick<Props, 'stage' | 't'>) {
  const { preview, draft } = stage;
  const places = [...new Array(Math.min(shownColumns, columnCount(stage))).keys()];
  const rows = preview.rows.slice(draft.hasHeader ? 1 : 0).slice(0, shownRows);
  const roleOf = (place: number) =>
    columnsOf(draft.layout)
      .filter((name) => draft.columns[name] === place)
      .map((name) => t(`table.column.${name}`))
      .join(t('table.separator'));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard.
    <section className="table-preview" aria-label={t('table.preview')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {places.map((place) => (
              <th key={place} scope="col" data-used={roleOf(place) !== '' || undefined}>
                {columnLabel(stage, place, t)}
                {roleOf(place) !== '' && <span className="hint">{roleOf(place)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place.
            <tr key={row}>
              {places.map((place) => (
                <td key={place}>{clipped(cells[place] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: Value | undefined;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** The first entry, where nothing may be or is chosen yet. */
  readonly nothing?: string | undefined;
  readonly isMissing?: boolean;
  readonly onChoose: (value: Value | undefined) => void;
}

function Choice<Value extends string>({
  label,
  hint,
  value,
  options,
  nothing,
  isMissing,
  onChoose,
}: ChoiceProps<Value>) {
  const id = useId();
  return (
    <p className="table-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        aria-invalid={isMissing || undefined}
        aria-describedby={hint && `${id}-hint`}
        onChange={({ target }) => onChoose(options.find((option) => option.value === target.value)?.value)}
      >
        {nothing !== undefined && <option value="">{nothing}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </p>
  );
}

function ColumnChoices({ stage, reader, t }: Props): ReactNode {
  const { draft } = stage;
  const { needs } = layoutFacts[draft.layout];
  const options = [...new Array(columnCount(stage)).keys()].map((place) => ({
    value: String(place),
    label: columnLabel(stage, place, t),
  }));
  return columnsOf(draft.layout).map((name: ColumnName) => {
    const isNeeded = needs.includes(name);
    const place = draft.columns[name];
    return (
      <Choice
        key={name}
        label={t(`table.column.${name}`)}
        hint={isNeeded ? undefined : t('table.optional')}
        value={place === undefined ? undefined : String(place)}
        options={options}
        nothing={t(isNeeded ? 'table.choose' : 'table.none')}
        isMissing={isNeeded && place === undefined}
        onChoose={(chosen) => reader.chooseColumn(name, chosen === undefined ? undefined : Number(chosen))}
      />
    );
  });
}

/** What the cells do not tell by themselves, or tell in a way worth a second look. */
function WritingChoices({ stage, reader, t }: Props) {
  const { draft, preview } = stage;
  const shown = detectWriting(preview, draft.hasHeader, draft.columns);
  const isTimed = columnsOf(draft.layout).some((name) => name === 'duration' || name === 'age');
  return (
    <>
      {shown.dateOrder !== 'year-first' && (
        <Choice
          label={t('table.dateOrder')}
          hint={shown.dateOrder === 'unclear' ? t('table.dateOrder.why') : undefined}
          value={draft.dateOrder === 'unclear' ? undefined : draft.dateOrder}
          options={dateOrders.map((value) => ({ value, label: t(`table.dateOrder.${value}`) }))}
          nothing={t('table.choose')}
          isMissing={draft.dateOrder === 'unclear'}
          onChoose={(dateOrder) => reader.choose({ dateOrder: dateOrder ?? 'unclear' })}
        />
      )}
      {shown.decimalMark !== 'point' && (
        <Choice
          label={t('table.decimalMark')}
          hint={t('table.decimalMark.why')}
          value={draft.decimalMark === 'unclear' ? undefined : draft.decimalMark}
          options={decimalMarks.map((value) => ({ value, label: t(`table.decimalMark.${value}`) }))}
          nothing={t('table.choose')}
          isMissing={draft.decimalMark === 'unclear'}
          onChoose={(decimalMark) => reader.choose({ decimalMark: decimalMark ?? 'unclear' })}
        />
      )}
      {isTimed && (
        <Choice
          label={t('table.timeUnit')}
          value={draft.timeUnit}
          options={timeUnits.map((value) => ({ value, label: t(`table.timeUnit.${value}`) }))}
          onChoose={(timeUnit) => timeUnit && reader.choose({ timeUnit })}
        />
      )}
    </>
  );
}

function missingSentence(reason: PlanProblem, column: string | undefined, t: TableTranslate): string {
  const name =
    column !== undefined && Object.hasOwn(columnFacts, column) ? t(`table.column.${column as ColumnName}`) : '';
  return t(`table.plan.${reason}`, { column: name });
}

/** The first rows, and which column is what. */
export function PlanForm(props: Props) {
  const { stage, kind, reader, t } = props;
  const { name, preview, draft } = stage;
  const heading = useRef<HTMLHeadingElement>(null);
  // What was pressed to come here is gone: the next thing to read is this.
  useEffect(() => heading.current?.focus(), []);
  const plan = decidedPlan(draft);
  const layouts: readonly TableLayout[] = layoutsOf[kind];
  const { format } = new Intl.NumberFormat(localeFacts[t.locale].format);
  return (
    <form
      className="table-plan"
      onSubmit={(event) => {
        event.preventDefault();
        reader.read();
      }}
    >
      <h4 ref={heading} tabIndex={-1}>
        {t('table.first', { name })}
      </h4>
      <p className="hint">
        {t('table.written', {
          encoding: encodingNames[preview.encoding],
          delimiter: t(
            `table.delimiter.${draft.delimiter === '\t' ? 'tab' : draft.delimiter === ';' ? 'semicolon' : 'comma'}`,
          ),
          columns: format(columnCount(stage)),
        })}
      </p>
      <PreviewTable stage={stage} t={t} />
      <label className="table-header">
        <input
          type="checkbox"
          checked={draft.hasHeader}
          onChange={({ target }) => reader.chooseHeader(target.checked)}
        />{' '}
        {t('table.header')}
      </label>
      {layouts.length > 1 && (
        <Choice
          label={t('table.layout')}
          value={draft.layout}
          options={layouts.map((value) => ({ value, label: t(`table.layout.${value as 'customerDates'}`) }))}
          onChoose={(layout) => layout && reader.chooseLayout(layout)}
        />
      )}
      <div className="table-choices">
        <ColumnChoices {...props} />
        <WritingChoices {...props} />
      </div>
      {!plan.ok && (
        <p className="problem" role="status">
          {missingSentence(plan.reason, plan.field, t)}
        </p>
      )}
      <div className="share">
        <button type="submit" className="primary" disabled={!plan.ok}>
          {t('table.read')}
        </button>
        <button type="button" onClick={reader.close}>
          {t('table.other')}
        </button>
      </div>
    </form>
  );
}
