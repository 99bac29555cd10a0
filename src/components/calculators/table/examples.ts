import type { TableKind } from '../../../lib/table/table-data.ts';
import type { TableTranslate } from './messages.ts';
import type { TableExample } from './TableReader.tsx';

/** Tables of this site that can be read as each kind. Where they come from stands in `public/data/SOURCES.txt`. */
const examples = {
  customers: [
    { file: 'synthetic-subscriptions.csv', name: 'subscriptions' },
    { file: 'telco-customers.csv', name: 'telco' },
  ],
  orders: [{ file: 'synthetic-orders.csv', name: 'orders' }],
  orderHistories: [],
  ratings: [
    { file: 'synthetic-survey.csv', name: 'survey' },
    { file: 'community-survey-answers.csv', name: 'nps' },
  ],
  cohorts: [{ file: 'renewals-by-segment.csv', name: 'cohorts' }],
} as const satisfies Record<TableKind, readonly { readonly file: string; readonly name: string }[]>;

/** The examples of a kind. `folder` is the address of `public/data/`, with a slash at its end. */
export function tableExamples(kind: TableKind, folder: string, t: TableTranslate): TableExample[] {
  return examples[kind].map(({ file, name }) => ({
    label: t(`table.example.${name}`),
    href: folder + file,
    note: t(`table.example.${name}.note`),
    source: `${folder}SOURCES.txt`,
  }));
}
