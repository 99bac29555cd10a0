import { FindBar } from '../find/FindBar.tsx';
import type { Translate } from '../messages.ts';
import type { Editor } from '../use-editor.ts';
import type { GridActions } from './use-grid.ts';

interface Props {
  readonly editor: Editor;
  readonly actions: GridActions;
  readonly onLaneMenu: (anchor: Element) => void;
  readonly t: Translate;
}

/** What is added to the map as a whole, found in it, and done to the chosen cards. */
export function GridTools({ editor, actions, onLaneMenu, t }: Props) {
  const { selected, isReadOnly } = editor;
  return (
    <div className="journey-tools">
      {!isReadOnly && (
        <>
          <button type="button" onClick={() => actions.addStage()}>
            {t('journey.grid.addStage')}
          </button>
          <button type="button" aria-haspopup="menu" onClick={({ currentTarget }) => onLaneMenu(currentTarget)}>
            {t('journey.grid.addLane')}
          </button>
        </>
      )}
      <FindBar editor={editor} t={t} />
      {!isReadOnly && selected.size > 0 && (
        <>
          <span>{t.count('journey.grid.selected', selected.size)}</span>
          <button type="button" onClick={() => actions.open('move', actions.firstChosen())}>
            {t('journey.grid.moveTo')}
          </button>
          <button type="button" onClick={() => actions.remove(actions.firstChosen())}>
            {t('journey.grid.delete')}
          </button>
          <button type="button" onClick={() => editor.actions.select([])}>
            {t('journey.grid.unselectAll')}
          </button>
        </>
      )}
    </div>
  );
}
