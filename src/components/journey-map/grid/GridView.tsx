import { type CSSProperties, type FocusEvent, type KeyboardEvent, useMemo, useRef } from 'react';
import type { Place } from '../../../lib/journey-map/places.ts';
import { Menu } from '../Menu.tsx';
import { Moments } from '../Moments.tsx';
import { stageName } from '../names.ts';
import type { ViewProps } from '../view.ts';
import { FeelingRow } from './FeelingRow.tsx';
import { GridDialogs } from './GridDialogs.tsx';
import { GridTools } from './GridTools.tsx';
import type { GridEvents } from './grid-events.ts';
import { Heading } from './Heading.tsx';
import { fulfil, wishOf } from './keys.ts';
import { LaneRow } from './LaneRow.tsx';
import { useClipboard } from './use-clipboard.ts';
import { useDragging } from './use-dragging.ts';
import { useGrid } from './use-grid.ts';
import { useMenu } from './use-menu.ts';

/** The place an element of the table belongs to. */
function placeOf(element: Element): Place {
  const { stage, lane } = element.closest<HTMLElement>('[data-stage], [data-lane]')?.dataset ?? {};
  return { stage, lane, card: element.closest<HTMLElement>('[data-card]')?.dataset.card };
}

/** The map as a table: stages side by side, lanes below each other, cards where they cross. */
export function GridView({ editor, t }: ViewProps) {
  const { map, selected, isReadOnly } = editor;
  const grid = useGrid(editor, t);
  const { element, table, place, writing, actions } = grid;
  const { over, handlers } = useDragging(table, actions);
  useClipboard(editor, table, grid, t);
  const menu = useMenu({ editor, table, actions, t });
  /** Whether the pointer went down on what was focused already. */
  const isAgain = useRef(false);

  const { open } = menu;
  const events = useMemo<GridEvents>(
    () => ({
      onPress: (at, { ctrlKey, metaKey, shiftKey, detail }) => {
        if (ctrlKey || metaKey || shiftKey) actions.toggle(at);
        // What presses without a pointer has no clicks to count.
        else if (isAgain.current || detail === 0) actions.edit(at);
      },
      onMenu: open,
      onAdd: actions.addCard,
      onRename: actions.edit,
      onText: actions.type,
      onLeave: actions.leave,
    }),
    [actions, open],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const wish = wishOf(event);
    const target = event.target as Element;
    // Enter and the space bar press the small buttons beside a card.
    if (!wish || (!target.matches('[data-stop]') && ['Enter', ' '].includes(event.key))) return;
    if (isReadOnly && wish.do !== 'go') return;
    event.preventDefault();
    fulfil(wish, actions, () => open(actions.place(), target));
  };
  const caption = [
    t.count('journey.stages', table.stages.length),
    t.count('journey.lanes', table.lanes.length),
    t.count('journey.cards', map.cards.length),
  ];
  return (
    <div className="journey-grid">
      <GridTools editor={editor} actions={actions} onLaneMenu={(anchor) => open({}, anchor)} t={t} />
      <section className="journey-scroll" aria-label={t('journey.view.grid')}>
        <table
          ref={element}
          style={{ '--stages': map.stages.length } as CSSProperties}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the keyboard goes from cell to cell
          role="grid"
          aria-multiselectable="true"
          aria-readonly={isReadOnly}
          onKeyDown={onKeyDown}
          onFocus={({ target }: FocusEvent) => actions.arrive(placeOf(target))}
          onPointerDown={({ target }) => {
            const stop = (target as Element).closest('[data-stop]');
            isAgain.current = stop !== null && stop === document.activeElement;
          }}
          {...(!isReadOnly && handlers)}
        >
          <caption>
            <span className="visually-hidden">
              {map.title || t('journey.untitled')} {caption.join(t('journey.grid.comma'))}
            </span>
          </caption>
          <thead>
            <tr>
              <td />
              {map.stages.map((stage) => {
                const isHere = place.stage === stage.id && place.lane === undefined;
                return (
                  <Heading
                    key={stage.id}
                    scope="col"
                    place={{ stage: stage.id }}
                    name={stageName(map.stages, stage, t)}
                    note={<Moments stage={stage} t={t} />}
                    isHere={isHere}
                    writing={isHere ? writing : undefined}
                    isReadOnly={isReadOnly}
                    events={events}
                    t={t}
                  />
                );
              })}
            </tr>
          </thead>
          <tbody>
            <FeelingRow map={map} t={t} />
            {table.lanes.map((lane) => {
              const isHere = place.lane === lane.id;
              return (
                <LaneRow
                  key={lane.id}
                  lane={lane}
                  stages={map.stages}
                  cells={table.cells}
                  place={isHere ? place : undefined}
                  writing={isHere ? writing : undefined}
                  selected={selected}
                  over={over}
                  isReadOnly={isReadOnly}
                  events={events}
                  t={t}
                />
              );
            })}
          </tbody>
        </table>
      </section>
      {menu.menu && <Menu {...menu.menu} onClose={menu.close} />}
      <GridDialogs editor={editor} grid={grid} t={t} />
    </div>
  );
}
