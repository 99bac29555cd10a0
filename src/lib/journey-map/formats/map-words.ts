import type { Lane, MapKind, Moment } from '../document.ts';
import type { CardColumn } from './card-rows.ts';

/** What files for other programs are written with, in the reader's language. */
export interface MapWords {
  /** The title of a map, also of one that has none. */
  readonly title: (title: string) => string;
  readonly kind: (kind: MapKind) => string;
  /** How a lane is called: by its own title or by its kind. */
  readonly lane: (lane: Lane) => string;
  readonly moment: (moment: Moment) => string;
  readonly columns: Readonly<Record<CardColumn, string>>;
  readonly personas: string;
  readonly notes: string;
  /** What the curve of feelings shows. */
  readonly feelings: string;
  /** Names of the sheets of a workbook. */
  readonly sheets: { readonly map: string; readonly cards: string };
}
