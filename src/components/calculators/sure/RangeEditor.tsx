import { hasRange, textsOf } from '../../../lib/calculators/entered.ts';
import type { Numbers } from '../../../lib/calculators/model.ts';
import {
  drawnOf,
  type EnteredRange,
  type EnteredRanges,
  endsOf,
  fieldsOf,
  fieldUnit,
  kindsOf,
  type RangeField,
  type RangeKind,
  rangeOf,
  swing,
  swungRanges,
} from '../../../lib/calculators/ranges.ts';
import type { QuantityName } from '../../../lib/metrics/quantities.ts';
import type { TriedRange } from '../../../lib/metrics/uncertainty/tornado.ts';
import type { Result } from '../../../lib/result.ts';
import { type Translate, withSentence } from '../shared/messages.ts';
import type { Show } from './show.ts';
import { TextNumber } from './TextNumber.tsx';

interface Props {
  /** The numbers entered. */
  readonly numbers: Numbers;
  readonly ranges: EnteredRanges;
  readonly onRanges: (ranges: EnteredRanges) => void;
  readonly currency: string;
  readonly show: Show;
  readonly t: Translate;
}

/** The ends of a range as they are written into its fields. */
function textsOfRange(name: QuantityName, { low, high }: TriedRange, t: Translate): EnteredRange['texts'] {
  const written = (value: number) => textsOf({ [name]: value }, t.locale)[name] ?? '';
  return { low: written(low), high: written(high) };
}

/** What is wrong with one field of a range, if anything is. */
function problemAt(field: RangeField, drawn: Result<unknown, string>, t: Translate): string | undefined {
  const isHere = !drawn.ok && drawn.field === field && drawn.reason !== 'unread';
  return isHere ? t(`reason.${withSentence(drawn).reason}`) : undefined;
}

/** What a range comes to, where its fields do not say it: the usual values, and that what was entered lies outside. */
function RangeNote({ name, range, numbers, show, t }: RowProps) {
  const drawn = range && drawnOf(name, range, numbers);
  if (!range || !drawn?.ok) return null;
  const { low, high } = endsOf(drawn.value);
  const value = numbers[name] ?? Number.NaN;
  const isOutside = range.kind !== 'chance' && (value < low || value > high);
  const isSaid = range.kind === 'fixed' || fieldsOf[range.kind].includes('low');
  const notes = [
    isSaid ? [] : t('sure.usually', { low: show.input(name, low), high: show.input(name, high) }),
    isOutside ? t('sure.outside', { value: show.input(name, value) }) : [],
  ].flat();
  return notes.length > 0 && <p className="hint">{notes.join(' ')}</p>;
}

interface RowProps extends Omit<Props, 'ranges' | 'onRanges'> {
  readonly name: QuantityName;
  readonly range: EnteredRange | undefined;
  readonly onRange: (range: EnteredRange) => void;
}

function RangeRow(props: RowProps) {
  const { name, range, numbers, onRange, currency, show, t } = props;
  const label = show.name(name);
  const drawn = range && drawnOf(name, range, numbers);
  const choose = (kind: RangeKind) => {
    const swung = swungRanges(numbers)[name];
    onRange({ kind, texts: range?.texts ?? (swung ? textsOfRange(name, swung, t) : {}) });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a frame around every number
    <div className="sure-range" role="group" aria-label={label}>
      <span className="sure-known">
        <b>{label}</b> {show.input(name, numbers[name] ?? Number.NaN)}
      </span>
      <select
        name={`range.${name}`}
        aria-label={t('sure.kind', { name: label })}
        value={range?.kind ?? 'fixed'}
        onChange={({ target }) => choose(target.value as RangeKind)}
      >
        {kindsOf(name).map((kind) => (
          <option key={kind} value={kind}>
            {t(`sure.kind.${kind}`)}
          </option>
        ))}
      </select>
      {range && drawn && (
        <div className="sure-fields no-print">
          {fieldsOf[range.kind].map((field) => (
            <TextNumber
              key={field}
              name={`range.${name}.${field}`}
              label={t(`sure.field.${field}`)}
              text={range.texts[field] ?? ''}
              unit={fieldUnit(name, field)}
              currency={currency}
              problem={problemAt(field, drawn, t)}
              onText={(text) => onRange({ ...range, texts: { ...range.texts, [field]: text } })}
              t={t}
            />
          ))}
        </div>
      )}
      <RangeNote {...props} />
    </div>
  );
}

/** What the reader knows of each number: nothing more than itself, or between what it may lie. */
export function RangeEditor({ ranges, onRanges, ...props }: Props) {
  const { numbers, show, t } = props;
  const names = Object.keys(numbers) as QuantityName[];
  const swung = swungRanges(numbers);
  const byChance = names.filter((name) => kindsOf(name).includes('chance'));
  const offer = (offered: readonly QuantityName[], offeredFor: (name: QuantityName) => EnteredRange) =>
    onRanges({ ...ranges, ...Object.fromEntries(offered.map((name) => [name, offeredFor(name)])) });
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a frame around three buttons */}
      <div className="sure-offers no-print" role="group" aria-label={t('sure.ranges.offers')}>
        <button
          type="button"
          onClick={() =>
            offer(Object.keys(swung) as QuantityName[], (name) => ({
              kind: 'range',
              texts: { ...ranges[name]?.texts, ...(swung[name] && textsOfRange(name, swung[name], t)) },
            }))
          }
        >
          {t('sure.ranges.swing', { swing: show.share(swing) })}
        </button>
        {byChance.length > 0 && (
          <button
            type="button"
            onClick={() => offer(byChance, (name) => ({ kind: 'chance', texts: ranges[name]?.texts ?? {} }))}
          >
            {t('sure.ranges.chance')}
          </button>
        )}
        <button
          type="button"
          disabled={!hasRange({ ranges })}
          onClick={() =>
            offer(Object.keys(ranges) as QuantityName[], (name) => ({
              kind: 'fixed',
              texts: ranges[name]?.texts ?? {},
            }))
          }
        >
          {t('sure.ranges.none')}
        </button>
      </div>
      <div className="sure-ranges">
        {names.map((name) => (
          <RangeRow
            key={name}
            {...props}
            name={name}
            range={rangeOf(ranges, name)}
            onRange={(range) => onRanges({ ...ranges, [name]: range })}
          />
        ))}
      </div>
      <p className="hint">{t('sure.ranges.text')}</p>
    </>
  );
}
