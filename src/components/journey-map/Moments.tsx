import { moments, type Stage } from '../../lib/journey-map/document.ts';
import type { Translate } from './messages.ts';

/** The moments of truth of a stage, by their numbers and names. */
export function Moments({ stage, t }: { readonly stage: Stage; readonly t: Translate }) {
  const chosen = moments.filter((moment) => stage.moments?.includes(moment));
  return chosen.map((moment) => (
    <span key={moment} className="journey-moment">
      {t(`journey.moment.${moment}`)}
    </span>
  ));
}
