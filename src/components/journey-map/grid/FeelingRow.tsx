import { memo } from 'react';
import { feelingCurve } from '../../../lib/journey-map/cells.ts';
import type { JourneyMap } from '../../../lib/journey-map/document.ts';
import { curveSentence, FeelingCurves } from '../FeelingCurves.tsx';
import { feelingNumber } from '../FeelingMark.tsx';
import type { Translate } from '../messages.ts';

/** How the journey feels now and is meant to feel, stage by stage, above the lanes. */
export const FeelingRow = memo(function FeelingRow({ map, t }: { readonly map: JourneyMap; readonly t: Translate }) {
  const now = feelingCurve(map, 'feeling');
  const hoped = feelingCurve(map, 'hopedFeeling');
  if ([...now, ...hoped].every((mean) => mean === undefined)) return null;
  return (
    <tr className="journey-curve">
      <th scope="row" aria-label={t('journey.grid.curve')}>
        <span className="journey-curve-name">{t('journey.grid.curve')}</span>
        <span className="journey-note">{curveSentence(map.stages, now, t)}</span>
      </th>
      {map.stages.map(({ id }, index) => {
        const values = [
          now[index] !== undefined && t('journey.grid.curve.now', { value: feelingNumber(now[index]) }),
          hoped[index] !== undefined && t('journey.grid.curve.hoped', { value: feelingNumber(hoped[index]) }),
        ].filter((value) => value !== false);
        return (
          <td key={id}>
            <span className="visually-hidden">{values.join(' ') || t('journey.grid.curve.unsaid')}</span>
            {index === 0 && <FeelingCurves now={now} hoped={hoped} width={`${map.stages.length * 100}%`} t={t} />}
          </td>
        );
      })}
    </tr>
  );
});
