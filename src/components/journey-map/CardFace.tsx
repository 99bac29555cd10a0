import type { Card } from '../../lib/journey-map/document.ts';
import { FeelingMark } from './FeelingMark.tsx';
import type { Translate } from './messages.ts';

/** What is known of a card besides its text, in words. */
function detailsOf({ feeling, hopedFeeling, evidence, owner }: Card, t: Translate): string {
  return [
    feeling !== undefined && t('journey.card.feels', { feeling: t(`journey.feeling.${feeling}`) }),
    hopedFeeling !== undefined && t('journey.card.hoped', { feeling: t(`journey.feeling.${hopedFeeling}`) }),
    owner !== undefined && t('journey.card.ownedBy', { owner }),
    evidence !== undefined && t('journey.card.hasEvidence'),
  ]
    .filter((part) => part !== false)
    .join(' ');
}

/** What a card says, and what is known of it besides: by marks, and in words for those who do not see them. */
export function CardFace({ card, t }: { readonly card: Card; readonly t: Translate }) {
  const { text, feeling, hopedFeeling, evidence, owner } = card;
  const details = detailsOf(card, t);
  return (
    <>
      {text || t('journey.card.empty')}
      {details !== '' && (
        <>
          <span className="visually-hidden"> {details}</span>
          <span className="journey-card-marks" aria-hidden="true">
            {feeling !== undefined && <FeelingMark feeling={feeling} />}
            {hopedFeeling !== undefined && <FeelingMark feeling={hopedFeeling} isHoped />}
            {owner !== undefined && <span>{owner}</span>}
            {evidence !== undefined && <span>{t('journey.card.evidence')}</span>}
          </span>
        </>
      )}
    </>
  );
}
