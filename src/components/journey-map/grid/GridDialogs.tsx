import { Suspense } from 'react';
import type { Translate } from '../messages.ts';
import { part } from '../part.tsx';
import type { Editor } from '../use-editor.ts';
import type { Grid } from './use-grid.ts';

const MoveDialog = part(() => import('./MoveDialog.tsx'));
const CardDialog = part(() => import('./CardDialog.tsx'));
const SplitDialog = part(() => import('./SplitDialog.tsx'));
const HolderDialog = part(() => import('./HolderDialog.tsx'));

interface Props {
  readonly editor: Editor;
  readonly grid: Grid;
  readonly t: Translate;
}

/** The box that is open at a place of the map, if any. */
export function GridDialogs({ editor, grid: { table, place, dialog, actions }, t }: Props) {
  return (
    <Suspense fallback={null}>
      {dialog === 'move' && <MoveDialog table={table} place={place} actions={actions} t={t} />}
      {dialog === 'card' && <CardDialog editor={editor} card={place.card} onClose={actions.close} t={t} />}
      {dialog === 'split' && <SplitDialog editor={editor} place={place} actions={actions} t={t} />}
      {dialog === 'holder' && <HolderDialog editor={editor} place={place} actions={actions} t={t} />}
    </Suspense>
  );
}
