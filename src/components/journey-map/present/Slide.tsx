import { feelingCurve } from '../../../lib/journey-map/cells.ts';
import type { Screen } from '../../../lib/journey-map/screens.ts';
import { CardFace } from '../CardFace.tsx';
import { curveSentence, FeelingCurves } from '../FeelingCurves.tsx';
import { Moments } from '../Moments.tsx';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import type { Editor } from '../use-editor.ts';

/** The whole journey at a glance: its stages, and how they feel. */
export function OverviewSlide({ editor: { map, reading }, t }: { readonly editor: Editor; readonly t: Translate }) {
  const now = feelingCurve(map, 'feeling');
  const hoped = feelingCurve(map, 'hopedFeeling');
  return (
    <>
      <h2>{map.title || t('journey.untitled')}</h2>
      <p className="journey-slide-notes">
        <span>{t(`journey.kind.${map.kind}`)}</span>
        {reading !== 'whole' && <span>{t(`journey.reading.${reading}`)}</span>}
        {map.personas.map(({ id, name }) => name && <span key={id}>{name}</span>)}
      </p>
      <div className="journey-overview">
        <div style={{ minWidth: `${map.stages.length * 5.5}em` }}>
          <FeelingCurves now={now} hoped={hoped} width="100%" t={t} />
          <ol>
            {map.stages.map((stage) => (
              <li key={stage.id}>{stageName(map.stages, stage, t)}</li>
            ))}
          </ol>
        </div>
      </div>
      <p>{curveSentence(map.stages, now, t)}</p>
    </>
  );
}

interface Props {
  readonly editor: Editor;
  readonly screen: Screen;
  readonly t: Translate;
}

/** What is read together of one stage. */
export function StageSlide({ editor: { map }, screen: { stage, lanes }, t }: Props) {
  return (
    <>
      <h2>{stageName(map.stages, stage, t)}</h2>
      <p className="journey-slide-notes">
        <Moments stage={stage} t={t} />
      </p>
      {lanes.length === 0 && <p>{t('journey.present.empty')}</p>}
      <div className="journey-slide-lanes">
        {lanes.map(({ lane, cards }) => (
          <section key={lane.id}>
            <h3>{laneName(lane, t)}</h3>
            <ul>
              {cards.map((card) => (
                <li key={card.id}>
                  <CardFace card={card} t={t} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
