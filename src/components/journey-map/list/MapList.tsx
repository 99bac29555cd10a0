import { useEffect, useRef, useState } from 'react';
import type { MapSummary } from '../../../browser/journey-map-store.ts';
import { isPersistent } from '../../../browser/persistence.ts';
import { limits } from '../../../lib/journey-map/document.ts';
import type { History } from '../../../lib/journey-map/history.ts';
import type { ReadMap } from '../../../lib/journey-map/read.ts';
import type { Translate } from '../messages.ts';
import { momentText } from '../moment-text.ts';
import type { Template } from '../templates.ts';
import { OpenFile } from './OpenFile.tsx';
import { Templates } from './Templates.tsx';
import { ThumbnailPicture } from './ThumbnailPicture.tsx';
import { type Maps, useMaps } from './use-maps.ts';

interface ItemProps {
  readonly summary: MapSummary;
  readonly maps: Maps;
  readonly onOpen: (id: string) => void;
  readonly t: Translate;
}

function MapItem({ summary, maps, onOpen, t }: ItemProps) {
  const { id, kind, stages, lanes, cards, changed, thumbnail } = summary;
  const title = summary.title || t('journey.untitled');
  const copyTitle = (name: string) =>
    t('journey.list.copyOf', { title: name || t('journey.untitled') }).slice(0, limits.name);
  return (
    <li>
      <ThumbnailPicture thumbnail={thumbnail} />
      <div>
        <h3>{title}</h3>
        <p className="hint">
          {t(`journey.kind.${kind}`)} · {t.count('journey.stages', stages)} · {t.count('journey.lanes', lanes)} ·{' '}
          {t.count('journey.cards', cards)}
        </p>
        <p className="hint">{t('journey.list.changed', { time: momentText(changed, t.locale) })}</p>
      </div>
      <div className="list-actions">
        <button type="button" aria-label={t('journey.list.open.label', { title })} onClick={() => onOpen(id)}>
          {t('journey.list.open')}
        </button>
        <button
          type="button"
          aria-label={t('journey.list.duplicate.label', { title })}
          onClick={() => void maps.duplicate(id, copyTitle)}
        >
          {t('journey.list.duplicate')}
        </button>
        <button
          type="button"
          aria-label={t('journey.list.delete.label', { title })}
          onClick={() => void maps.remove(id)}
        >
          {t('journey.list.delete')}
        </button>
      </div>
    </li>
  );
}

/** What was deleted last, with the way back; the button that deleted it is gone, so this is where the reader goes on. */
function Deleted({ maps, t }: { readonly maps: Maps; readonly t: Translate }) {
  const { deleted } = maps;
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (deleted) undo.current?.focus();
  }, [deleted]);
  if (!deleted) return null;
  return (
    <p className="notice">
      {t('journey.list.deleted', { title: deleted.summary.title || t('journey.untitled') })}{' '}
      <button ref={undo} type="button" onClick={() => void maps.restore(deleted)}>
        {t('journey.list.restore')}
      </button>
    </p>
  );
}

/** Whether the browser may clear what is kept, said where there is something to lose. */
function Persistence({ t }: { readonly t: Translate }) {
  const [isSafe, setSafe] = useState<boolean>();
  useEffect(() => void isPersistent().then(setSafe), []);
  return (
    <p className="journey-top">
      <span className="hint">{t('journey.list.where')}</span>
      {isSafe !== undefined && <span className="hint">{t(isSafe ? 'journey.list.safe' : 'journey.list.unsafe')}</span>}
    </p>
  );
}

interface Props {
  /** Why what the address asks for could not be opened. */
  readonly problem: string | undefined;
  readonly templates: readonly Template[];
  /** Maps that last only as long as the page. */
  readonly unkept: ReadonlyMap<string, History>;
  readonly onBegin: (read: ReadMap) => void;
  readonly onOpen: (id: string) => void;
  readonly t: Translate;
}

/** The maps of this device, and the ways to a new one. */
export function MapList({ problem, templates, unkept, onBegin, onOpen, t }: Props) {
  const maps = useMaps();
  const keptIds = new Set(maps.all?.map(({ id }) => id));
  const left = [...unkept].filter(([id]) => !keptIds.has(id));
  const hasMaps = maps.all !== undefined && maps.all.length > 0;
  return (
    <div className="journey-list">
      <div role="status">
        {problem && <p className="notice">{problem}</p>}
        {maps.problem && <p className="notice">{t(`journey.list.problem.${maps.problem}`)}</p>}
        <Deleted maps={maps} t={t} />
      </div>
      {left.length > 0 && (
        <section>
          <h2>{t('journey.list.unkept')}</h2>
          <p className="hint">{t('journey.list.unkept.text')}</p>
          <ul className="kept-list">
            {left.map(([id, { map }]) => (
              <li key={id}>
                <span>{map.title || t('journey.untitled')}</span>
                <button type="button" onClick={() => onOpen(id)}>
                  {t('journey.list.open')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {hasMaps && (
        <section>
          <h2>{t('journey.list.yours')}</h2>
          <ul className="journey-maps">
            {maps.all.map((summary) => (
              <MapItem key={summary.id} summary={summary} maps={maps} onOpen={onOpen} t={t} />
            ))}
          </ul>
          <Persistence t={t} />
        </section>
      )}
      <section>
        <h2>{t('journey.list.new')}</h2>
        <Templates templates={templates} onRead={onBegin} t={t} />
        <OpenFile onRead={onBegin} t={t} />
      </section>
    </div>
  );
}
