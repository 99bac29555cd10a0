import { foldName } from './columns.ts';

const yes = new Set([
  '1',
  'true',
  'yes',
  'y',
  't',
  'churned',
  'ended',
  'left',
  'canceled',
  'cancelled',
  'はい',
  '解約',
  '解約済み',
  '退会',
  '終了',
  '有',
  '○',
  '済',
]);
const no = new Set([
  '0',
  'false',
  'no',
  'n',
  'f',
  'active',
  'current',
  'retained',
  'いいえ',
  '継続',
  '継続中',
  '利用中',
  '契約中',
  '無',
  '×',
  '未',
]);

/** Whether a customer has ended, as programs write it. Undefined for what is neither. */
export function readYesOrNo(cell: string): boolean | undefined {
  const text = foldName(cell);
  if (yes.has(text)) return true;
  return no.has(text) ? false : undefined;
}

/** What stands in place of an end that has not come. The year 9999 is how some databases say “never”. */
const nothing = new Set([
  '',
  '—',
  '–',
  '―',
  'null',
  'none',
  'nil',
  'n/a',
  '#n/a',
  'na',
  'nan',
  'active',
  'current',
  'ongoing',
  '継続中',
  '利用中',
  '契約中',
  'なし',
  '未定',
]);

/** Whether a cell of an end date says that the customer is still there. */
export function isStillThere(cell: string): boolean {
  if (cell === '') return true;
  // Nearly every other cell is a date.
  if (/^[12]\d/.test(cell)) return false;
  const text = cell.normalize('NFKC').trim().toLowerCase();
  return nothing.has(text) || /^-+$/.test(text) || /^(?:9999|0000)[-/]/.test(text);
}
