import type { Card } from '../../../lib/journey-map/document.ts';
import { CardFace } from '../CardFace.tsx';
import type { GridEvents } from '../grid/grid-events.ts';
import type { Translate } from '../messages.ts';

interface Props {
  readonly card: Card;
  readonly isSelected: boolean;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** A card in the list of its lane: pressing it writes its text, and everything else is in its menu. */
export function OutlineCard({ card, isSelected, isReadOnly, events, t }: Props) {
  const { id, stage, lane, text } = card;
  const place = { stage, lane, card: id };
  if (isReadOnly) {
    return (
      <p className="journey-card" data-stop tabIndex={-1}>
        <CardFace card={card} t={t} />
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        className="journey-card"
        data-stop
        data-selected={isSelected || undefined}
        onClick={() => events.onRename(place)}
      >
        <CardFace card={card} t={t} />
        {isSelected && <span className="journey-outline-selected">{t('journey.outline.selected')}</span>}
      </button>
      <button
        type="button"
        className="journey-more"
        aria-haspopup="menu"
        aria-label={t('journey.grid.menuOf', { name: text || t('journey.card.empty') })}
        onClick={({ currentTarget }) => events.onMenu(place, currentTarget)}
      >
        ⋯
      </button>
    </>
  );
}
