import { useMemo } from 'react';
import { feelingCurve } from '../../../lib/journey-map/cells.ts';
import { curveSentence } from '../FeelingCurves.tsx';
import { GridDialogs } from '../grid/GridDialogs.tsx';
import { GridTools } from '../grid/GridTools.tsx';
import type { GridEvents } from '../grid/grid-events.ts';
import { useGrid } from '../grid/use-grid.ts';
import { useMenu } from '../grid/use-menu.ts';
import { Menu } from '../Menu.tsx';
import { laneName, stageName } from '../names.ts';
import type { ViewProps } from '../view.ts';
import { OutlineHeading } from './OutlineHeading.tsx';
import { OutlineStage } from './OutlineStage.tsx';

/** The map as lists, one below the other: for narrow screens, and for who prefers lists to a table. */
export default function OutlineView({ editor, t }: ViewProps) {
  const { map, selected, isReadOnly } = editor;
  const grid = useGrid(editor, t);
  const { element, table, place, writing, actions } = grid;
  const menu = useMenu({ editor, table, actions, t });
  const { open } = menu;
  const events = useMemo<GridEvents>(
    () => ({
      onPress: actions.edit,
      onMenu: open,
      onAdd: actions.addCard,
      onRename: actions.edit,
      onText: actions.type,
      // There is nothing beside a card in a list.
      onLeave: (leaving) => actions.leave(leaving === 'next' || leaving === 'previous' ? 'done' : leaving),
    }),
    [actions, open],
  );
  const { now, hoped } = useMemo(
    () => ({ now: feelingCurve(map, 'feeling'), hoped: feelingCurve(map, 'hopedFeeling') }),
    [map],
  );
  return (
    <section className="journey-outline" ref={element} aria-label={t('journey.view.outline')}>
      <GridTools editor={editor} actions={actions} onLaneMenu={(anchor) => open({}, anchor)} t={t} />
      <p className="soft">{curveSentence(map.stages, now, t)}</p>
      {map.stages.length > 1 && (
        <nav className="journey-outline-ways" aria-label={t('journey.outline.stages')}>
          {map.stages.map((stage) => (
            <button type="button" key={stage.id} onClick={() => actions.goTo({ stage: stage.id })}>
              {stageName(map.stages, stage, t)}
            </button>
          ))}
        </nav>
      )}
      {map.stages.map((stage, index) => {
        const isWritten = writing !== undefined && place.stage === stage.id;
        return (
          <OutlineStage
            key={stage.id}
            stage={stage}
            table={table}
            now={now[index]}
            hoped={hoped[index]}
            place={isWritten ? place : undefined}
            writing={isWritten ? writing : undefined}
            selected={selected}
            isReadOnly={isReadOnly}
            events={events}
            t={t}
          />
        );
      })}
      <section className="journey-outline-lanes" aria-label={t('journey.outline.lanes')}>
        <h3>{t('journey.outline.lanes')}</h3>
        <ul>
          {table.lanes.map((lane) => (
            <li key={lane.id} data-lane={lane.id}>
              <OutlineHeading
                place={{ lane: lane.id }}
                name={laneName(lane, t)}
                writing={place.stage === undefined && place.lane === lane.id ? writing : undefined}
                isReadOnly={isReadOnly}
                events={events}
                t={t}
              />
            </li>
          ))}
        </ul>
      </section>
      {menu.menu && <Menu {...menu.menu} onClose={menu.close} />}
      <GridDialogs editor={editor} grid={grid} t={t} />
    </section>
  );
}
