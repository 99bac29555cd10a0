import {
  type KeyboardEvent as ReactKeyboardEvent,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { foundIn } from '../../../lib/journey-map/find.ts';
import type { Place } from '../../../lib/journey-map/places.ts';
import { isConverting } from '../conversion.ts';
import type { Translate } from '../messages.ts';
import { laneName, stageName } from '../names.ts';
import { stopAt } from '../stop-at.ts';
import type { Editor } from '../use-editor.ts';
import { markFound, unmarkFound } from './marks.ts';

interface Props {
  readonly editor: Editor;
  readonly t: Translate;
}

const viewOf = (bar: Element | null) => bar?.closest('.journey-editor');

/**
 * Finds words in the table or the outline. It opens by a button, or by `/` while the focus is in the editor; Ctrl F stays
 * the browser's, which finds in all that is drawn.
 */
export function FindBar({ editor, t }: Props) {
  const { map, lanes, cells } = editor;
  const { announce } = editor.actions;
  const [query, setQuery] = useState<string>();
  const [at, setAt] = useState(0);
  const bar = useRef<HTMLElement>(null);
  const wanted = useDeferredValue(query ?? '');
  const found = useMemo(
    () =>
      foundIn({ stages: map.stages, lanes, cells }, wanted, {
        stage: (stage) => stageName(map.stages, stage, t),
        lane: (lane) => laneName(lane, t),
      }),
    [map.stages, lanes, cells, wanted, t],
  );
  const number = found.length === 0 ? 0 : at % found.length;
  const here = found[number];
  const key = here && [here.stage, here.lane, here.card].join(' ');
  const latest = useRef(here);
  useEffect(() => {
    latest.current = here;
  });

  useEffect(() => {
    const view = viewOf(bar.current);
    const onKeyDown = (event: Event) => {
      const { target } = event;
      const { key: pressed, ctrlKey, metaKey, altKey, isComposing } = event as KeyboardEvent;
      if (pressed !== '/' || ctrlKey || metaKey || altKey || isComposing) return;
      if (!(target instanceof Element) || target.closest('input, textarea, select, dialog, [role=menu]')) return;
      event.preventDefault();
      // Elsewhere on the site the same key opens the search.
      event.stopPropagation();
      setQuery((before) => before ?? '');
      bar.current?.querySelector('input')?.focus();
    };
    view?.addEventListener('keydown', onKeyDown);
    return () => view?.removeEventListener('keydown', onKeyDown);
  }, []);

  useEffect(() => {
    if (wanted !== '') announce(t.count('journey.find.count', found.length));
  }, [wanted, found.length, announce, t]);
  useEffect(() => {
    const view = viewOf(bar.current);
    if (key === undefined || !view || !latest.current) return;
    stopAt(view, latest.current)?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [key]);
  useEffect(() => {
    const view = viewOf(bar.current);
    if (view && wanted !== '') markFound(view, wanted, here ? stopAt(view, here) : null);
    return unmarkFound;
  });

  const nameOf = ({ stage, lane, card }: Place): string => {
    const itsStage = map.stages.find(({ id }) => id === stage);
    const itsLane = lanes.find(({ id }) => id === lane);
    const text = map.cards.find(({ id }) => id === card)?.text;
    const names = [itsLane && laneName(itsLane, t), itsStage && stageName(map.stages, itsStage, t), text];
    return names.filter((name) => name !== undefined).join(t('journey.grid.comma'));
  };
  const go = (offset: 1 | -1) => {
    if (found.length === 0) return;
    const next = (number + offset + found.length) % found.length;
    const place = found[next];
    setAt(next);
    if (place) announce(t('journey.find.at', { number: next + 1, count: found.length, name: nameOf(place) }));
  };
  const close = () => {
    setQuery(undefined);
    setAt(0);
    const view = viewOf(bar.current);
    const stop = view && here ? stopAt(view, here) : null;
    stop?.focus();
    if (!stop) requestAnimationFrame(() => bar.current?.querySelector('button')?.focus());
  };
  const onKeyDown = (event: ReactKeyboardEvent) => {
    if (isConverting(event)) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') close();
    else go(event.shiftKey ? -1 : 1);
  };

  if (query === undefined) {
    return (
      <search className="journey-find" ref={bar}>
        <button type="button" aria-label={t('journey.find')} onClick={() => setQuery('')}>
          {t('journey.find.short')}
        </button>
      </search>
    );
  }
  return (
    <search className="journey-find" ref={bar} data-open>
      <label>
        {t('journey.find')}
        <input
          type="search"
          // biome-ignore lint/a11y/noAutofocus: whoever opens the field wants to write in it
          autoFocus
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <span>{query !== '' && t('journey.find.of', { number: here ? number + 1 : 0, count: found.length })}</span>
      <button type="button" onClick={() => go(-1)}>
        {t('journey.find.previous')}
      </button>
      <button type="button" onClick={() => go(1)}>
        {t('journey.find.next')}
      </button>
      <button type="button" onClick={close}>
        {t('journey.find.close')}
      </button>
    </search>
  );
}
