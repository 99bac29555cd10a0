import type { MouseEvent } from 'react';
import type { Place } from '../../../lib/journey-map/places.ts';
import type { Leaving } from '../TextEditor.tsx';

/** What the parts of the table tell; the same functions from one drawing to the next. */
export interface GridEvents {
  readonly onPress: (place: Place, event: MouseEvent) => void;
  readonly onMenu: (place: Place, anchor: Element) => void;
  readonly onAdd: (place: Place, question?: string) => void;
  readonly onRename: (place: Place) => void;
  readonly onText: (text: string) => void;
  readonly onLeave: (leaving: Leaving) => void;
}
