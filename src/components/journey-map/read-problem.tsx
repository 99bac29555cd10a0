import type { ImportProblem } from '../../browser/journey-map-import.ts';
import type { LinkProblem } from '../../browser/journey-map-link.ts';
import { type ListName, limits } from '../../lib/journey-map/document.ts';
import type { Repair } from '../../lib/journey-map/field-reader.ts';
import type { Failure } from '../../lib/result.ts';
import type { Translate } from './messages.ts';

/** Why a file or a link gives no map, and where in it the fault is, as one sentence. */
export function readProblemSentence({ reason, field }: Failure<ImportProblem | LinkProblem>, t: Translate): string {
  if (reason === 'too-many') {
    const list = field as ListName;
    const most = new Intl.NumberFormat(t.locale).format(limits[list]);
    return t('journey.problem.too-many', { list: t(`journey.problem.too-many.${list}`), most });
  }
  if (reason === 'not-json' && field !== undefined) return t('journey.problem.not-json.at', { place: field });
  return t(`journey.problem.${reason}`, { place: field ?? '' });
}

/** `cards.12.text` as “Card 13 (text)”: fields are called as they are in the file. */
function placeName(place: string, t: Translate): string {
  const [list = '', index = '', ...fields] = place.split('.');
  if (!/^(?:personas|stages|lanes|cards)$/.test(list) || index === '') return place;
  const number = /^\d+$/.test(index) ? Number(index) + 1 : ` ${index}`;
  const item = t(`journey.repair.${list as ListName}`, { number });
  return fields.length === 0 ? item : t('journey.repair.field', { item, field: fields.join('.') });
}

interface Props {
  readonly repairs: readonly Repair[];
  readonly t: Translate;
}

const mostShown = 20;

/** What was mended while a map was read; nothing where it was whole. */
export function Repairs({ repairs, t }: Props) {
  if (repairs.length === 0) return null;
  const more = repairs.length - mostShown;
  return (
    <details className="journey-repairs">
      <summary>{t.count('journey.repairs', repairs.length)}</summary>
      <ul>
        {repairs.slice(0, mostShown).map(({ kind, place }) => (
          <li key={`${kind} ${place}`}>{t(`journey.repair.${kind}`, { place: placeName(place, t) })}</li>
        ))}
        {more > 0 && <li>{t.count('journey.repairs.more', more)}</li>}
      </ul>
    </details>
  );
}
