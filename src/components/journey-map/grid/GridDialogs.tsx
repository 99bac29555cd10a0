import { lazy, Suspense } from 'react';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import type { Grid } from './use-grid.ts';

const MoveDialog = lazy(() => import('./MoveDialog.tsx'));
const CardDialog = lazy(() => import('./CardDialog.tsx'));
const SplitDialog = lazy(() => import('./SplitDialog.tsx'));
const HolderDialog = lazy(() => import('./HolderDialog.tsx'));

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
