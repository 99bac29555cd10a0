import { memo } from 'react';
import type { Card } from '../../../lib/journey-map/document.ts';
import { CardFace } from '../CardFace.tsx';
import type { Translate } from '../messages.ts';
import type { GridEvents } from './grid-events.ts';

interface Props {
  readonly card: Card;
  /** The one the keyboard is at. */
  readonly isHere: boolean;
  readonly isSelected: boolean;
  readonly isReadOnly: boolean;
  readonly events: GridEvents;
  readonly t: Translate;
}

/** A card in its cell. */
export const CardItem = memo(function CardItem(props: Props) {
  const { card, isHere, isSelected, isReadOnly, events, t } = props;
  const { id, stage, lane, text } = card;
  const place = { stage, lane, card: id };
  return (
    <>
      <button
        type="button"
        className="journey-card"
        data-stop
        tabIndex={isHere ? 0 : -1}
        aria-pressed={isSelected}
        onClick={(event) => events.onPress(place, event)}
      >
        <CardFace card={card} t={t} />
      </button>
      {!isReadOnly && (
        <button
          type="button"
          className="journey-more"
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={t('journey.grid.menuOf', { name: text || t('journey.card.empty') })}
          onClick={({ currentTarget }) => events.onMenu(place, currentTarget)}
        >
          ⋯
        </button>
      )}
    </>
  );
});
