import type { Translate } from './messages.ts';
import type { Editor } from './use-editor.ts';

/** What every view of a map is given. */
export interface ViewProps {
  readonly editor: Editor;
  /** Under which the map is kept on this device, as soon as it is. */
  readonly id: string;
  /** Goes to the table, or on a narrow screen to the outline, with these cards chosen. */
  readonly show: (cards: readonly string[]) => void;
  /** Address of the published schema. */
  readonly schema: string;
  readonly t: Translate;
}
