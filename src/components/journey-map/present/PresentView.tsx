import { useEffect, useMemo, useRef, useState } from 'react';
import type { JourneyMap } from '../../../lib/journey-map/document.ts';
import { type Screen, screensOf } from '../../../lib/journey-map/screens.ts';
import type { Translate } from '../messages.ts';
import { stageName } from '../names.ts';
import type { ViewProps } from '../view.ts';
import { OverviewSlide, StageSlide } from './Slide.tsx';
import { useFullScreen } from './use-full-screen.ts';

/** How far a key goes; small remote controls send the page keys. */
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey, target }: KeyboardEvent): number | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  if (key !== ' ') return steps[key];
  // The space bar presses the button it is at.
  if (target instanceof HTMLButtonElement) return undefined;
  return shiftKey ? -1 : 1;
}

/** Where one is, in words. */
function progressOf({ stages }: JourneyMap, screen: Screen | undefined, t: Translate): string {
  if (!screen) return t('journey.present.overview');
  const { stage, part, parts } = screen;
  const name = stageName(stages, stage, t);
  const words = t('journey.present.stage', { number: stages.indexOf(stage) + 1, count: stages.length, name });
  return parts === 1 ? words : t('journey.present.part', { stage: words, part, parts });
}

/** The map for the room: first all of it, then stage by stage in large letters. */
export default function PresentView({ editor, t }: ViewProps) {
  const { map, lanes, cells } = editor;
  const screens = useMemo(() => screensOf({ stages: map.stages, lanes, cells }), [map.stages, lanes, cells]);
  const [wanted, setWanted] = useState(0);
  // The map may have become shorter.
  const at = Math.min(wanted, screens.length);
  const screen = screens[at - 1];
  const frame = useRef<HTMLElement>(null);
  const slide = useRef<HTMLDivElement>(null);
  const { isFull, enter, leave } = useFullScreen(frame);
  const go = (offset: number) => {
    setWanted(Math.max(0, Math.min(at + offset, screens.length)));
    slide.current?.scrollTo(0, 0);
  };

  useEffect(() => {
    if (isFull) slide.current?.focus();
  }, [isFull]);
  useEffect(() => {
    const [element, page] = [frame.current, slide.current];
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && isFull) leave();
      const step = stepOf(event);
      if (step === undefined) return;
      event.preventDefault();
      go(step);
    };
    const onClick = () => {
      if (isFull && getSelection()?.isCollapsed !== false) go(1);
    };
    element?.addEventListener('keydown', onKeyDown);
    page?.addEventListener('click', onClick);
    return () => {
      element?.removeEventListener('keydown', onKeyDown);
      page?.removeEventListener('click', onClick);
    };
  });

  return (
    <section
      ref={frame}
      className="journey-present"
      data-full={isFull || undefined}
      aria-label={t('journey.view.present')}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled to by keyboard */}
      <div className="journey-slide" ref={slide} tabIndex={0}>
        {screen ? <StageSlide editor={editor} screen={screen} t={t} /> : <OverviewSlide editor={editor} t={t} />}
      </div>
      <div className="journey-present-bar">
        <button type="button" aria-disabled={at === 0} onClick={() => go(-1)}>
          {t('journey.present.previous')}
        </button>
        <button type="button" aria-disabled={at === screens.length} onClick={() => go(1)}>
          {t('journey.present.next')}
        </button>
        <p role="status">{progressOf(map, screen, t)}</p>
        <button type="button" onClick={() => (isFull ? leave() : void enter())}>
          {t(isFull ? 'journey.present.leave' : 'journey.present.full')}
        </button>
      </div>
      {!isFull && <p className="hint">{t('journey.present.keys')}</p>}
    </section>
  );
}
