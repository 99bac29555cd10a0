import type { ReactNode } from 'react';
import { type Analysis, analysisOf } from '../../../lib/journey-map/analysis.ts';
import type { Card, Stage } from '../../../lib/journey-map/document.ts';
import { feelingNumber } from '../FeelingMark.tsx';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import type { ViewProps } from '../view.ts';

interface PartProps {
  readonly found: Analysis;
  readonly showStage: (stage: Stage) => ReactNode;
  readonly showCard: (card: Card) => ReactNode;
  readonly nameOf: (stage: Stage) => string;
  readonly t: Translate;
}

function Feelings({ found: { falls, gaps }, showStage, nameOf, t }: PartProps) {
  return (
    <section>
      <h3>{t('journey.analysis.feelings')}</h3>
      <ul>
        {falls.map(({ from, to, before, after }) => (
          <li key={to.id}>
            {t('journey.analysis.fall', {
              from: nameOf(from),
              to: nameOf(to),
              before: feelingNumber(before),
              after: feelingNumber(after),
            })}{' '}
            {showStage(to)}
          </li>
        ))}
        {falls.length === 0 && <li>{t('journey.analysis.noFall')}</li>}
        {gaps.map(({ stage, now, hoped }) => (
          <li key={stage.id}>
            {t('journey.analysis.gap', {
              stage: nameOf(stage),
              now: feelingNumber(now),
              hoped: feelingNumber(hoped),
            })}{' '}
            {showStage(stage)}
          </li>
        ))}
        {gaps.length === 0 && <li>{t('journey.analysis.noGap')}</li>}
      </ul>
      <p className="hint">{t('journey.analysis.feelings.hint')}</p>
    </section>
  );
}

function Opportunities({ found: { opportunities, unrated }, showCard, t }: PartProps) {
  const isTied = (rank: number) => opportunities.filter((other) => other.rank === rank).length > 1;
  return (
    <section>
      <h3>{t('journey.analysis.opportunities')}</h3>
      {opportunities.length > 0 && (
        <>
          <p className="hint">{t('journey.analysis.opportunities.hint')}</p>
          <ol>
            {opportunities.map(({ card, rank }) => (
              <li key={card.id} value={rank}>
                {showCard(card)}{' '}
                {t(isTied(rank) ? 'journey.analysis.rated.tied' : 'journey.analysis.rated', {
                  value: card.value ?? '',
                  effort: card.effort ?? '',
                })}
              </li>
            ))}
          </ol>
        </>
      )}
      {opportunities.length === 0 && <p>{t('journey.analysis.noOpportunities')}</p>}
      {unrated.length > 0 && (
        <>
          <p>{t.count('journey.analysis.unrated', unrated.length)}</p>
          <Places items={unrated} show={showCard} />
        </>
      )}
    </section>
  );
}

function Places<Item extends { readonly id: string }>({
  items,
  show,
}: {
  readonly items: readonly Item[];
  readonly show: (item: Item) => ReactNode;
}) {
  return (
    <ul className="journey-found">
      {items.map((item) => (
        <li key={item.id}>{show(item)}</li>
      ))}
    </ul>
  );
}

function Missing({ found, showStage, showCard, t }: PartProps) {
  const { unprovenStages, ownerlessPainPoints, emptyStages, emptyLanes, unfeltMoments, unplacedMoments } = found;
  const stageLists = {
    unproven: unprovenStages,
    unfelt: unfeltMoments,
    emptyStages,
  } as const;
  const isWhole = [...Object.values(stageLists), ownerlessPainPoints, emptyLanes, unplacedMoments].every(
    (list) => list.length === 0,
  );
  return (
    <section>
      <h3>{t('journey.analysis.missing')}</h3>
      {isWhole && <p>{t('journey.analysis.nothingMissing')}</p>}
      <dl className="journey-missing">
        {(['unproven', 'unfelt', 'emptyStages'] as const).map(
          (name) =>
            stageLists[name].length > 0 && (
              <div key={name}>
                <dt>{t.count(`journey.analysis.${name}`, stageLists[name].length)}</dt>
                <dd>
                  <Places items={stageLists[name]} show={showStage} />
                </dd>
              </div>
            ),
        )}
        {ownerlessPainPoints.length > 0 && (
          <div>
            <dt>{t.count('journey.analysis.ownerless', ownerlessPainPoints.length)}</dt>
            <dd>
              <Places items={ownerlessPainPoints} show={showCard} />
            </dd>
          </div>
        )}
        {emptyLanes.length > 0 && (
          <div>
            <dt>{t.count('journey.analysis.emptyLanes', emptyLanes.length)}</dt>
            <dd>
              <Places items={emptyLanes} show={(lane) => laneName(lane, t)} />
            </dd>
          </div>
        )}
        {unplacedMoments.length > 0 && (
          <div>
            <dt>{t.count('journey.analysis.unplaced', unplacedMoments.length)}</dt>
            <dd>
              <ul className="journey-found">
                {unplacedMoments.map((moment) => (
                  <li key={moment}>{t(`journey.moment.${moment}`)}</li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** What the map shows and what it does not say yet, in sentences that lead to the cards. */
export function Findings({ editor: { map }, show, t }: ViewProps) {
  const nameOf = (stage: Stage) => stageName(map.stages, stage, t);
  const cardsAt = ({ id }: Stage) => map.cards.filter(({ stage }) => stage === id).map((card) => card.id);
  const showStage = (stage: Stage) => (
    <button type="button" onClick={() => show(cardsAt(stage))}>
      {t('journey.analysis.show', { name: nameOf(stage) })}
    </button>
  );
  const showCard = ({ id, text }: Card) => (
    <button type="button" onClick={() => show([id])}>
      {text || t('journey.analysis.emptyCard')}
    </button>
  );
  const parts = { found: analysisOf(map), showStage, showCard, nameOf, t };
  return (
    <>
      <Feelings {...parts} />
      <Opportunities {...parts} />
      <Missing {...parts} />
    </>
  );
}
