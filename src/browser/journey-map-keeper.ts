import { advanceBetween, advanced, type History } from '../lib/journey-map/history.ts';
import { type MapMessage, onMapMessage, tellPages } from './journey-map-channel.ts';
import {
  type KeepProblem,
  type MapChange,
  type MapSummary,
  type OpenProblem,
  partWithChange,
  readMap,
  writeMap,
} from './journey-map-store.ts';
import { turnFor } from './journey-map-turn.ts';
import { newId } from './new-id.ts';

/** An open map as this page has it. */
export interface OpenMap {
  /** As it was read, or as another page has changed it since: what this page does itself is not in it. */
  readonly history: History;
  /** Another page writes it: this one follows. */
  readonly isElsewhere: boolean;
  readonly isRecovered: boolean;
  /** Written by a newer version of the site: it is shown, and left as it is. */
  readonly isNewer: boolean;
  /** As it was last written; none where it is not kept. */
  readonly summary: MapSummary | undefined;
  /** Why what was done last is not kept. */
  readonly problem: KeepProblem | undefined;
}

export interface MapKeeper {
  /** Keeps what is done, shortly after or when the page goes. */
  readonly keep: (history: History) => void;
  /** Keeps it now, even where nothing has been done to it. */
  readonly keepNow: () => void;
  /** Becomes the page that writes the map. The one that does now writes what it has first. */
  readonly takeOver: () => void;
  /** The history as it is now, with all that this page has done. */
  readonly current: () => History | undefined;
  /** The same where it could not be kept. */
  readonly unkept: () => History | undefined;
  readonly close: () => void;
}

/** Milliseconds after the first change that is not kept yet. */
const soon = 300;
/** Milliseconds a page is given to hand a map over. */
const patience = 2_000;

const idOf = (message: MapMessage) => (message.type === 'changed' ? message.change.id : message.id);

/** A map that is not kept yet. */
export interface BegunMap {
  readonly history: History;
  readonly isNewer: boolean;
  /** Otherwise it is kept as soon as it is changed. */
  readonly isToKeep: boolean;
}

/** As it is shown at once: nothing has to be read, and no other page has it. */
export const openAtOnce = ({ history, isNewer }: BegunMap): OpenMap => ({
  history,
  isElsewhere: false,
  isRecovered: false,
  isNewer,
  summary: undefined,
  problem: undefined,
});

/** Keeps one open map on this device, or follows the page that does. Without `begun` the map is read. */
export function mapKeeper(
  id: string,
  begun: BegunMap | undefined,
  on: { readonly onChange: (open: OpenMap) => void; readonly onProblem: (problem: OpenProblem) => void },
): MapKeeper {
  const writer = newId();
  let open = begun && openAtOnce(begun);
  /** With everything this page has done. */
  let latest = begun?.history;
  /** What of it does not wait to be written. */
  let settled = latest;
  /** What is kept and can be gone on with; without it the map is written whole. */
  let kept: History | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const show = (changes: Partial<OpenMap>) => {
    if (!open || isClosed) return;
    open = { ...open, ...changes };
    on.onChange(open);
  };
  const isWaiting = () => latest !== settled;

  const changeTo = (history: History): MapChange => ({
    id,
    writer,
    since: open?.summary?.revision,
    time: Date.now(),
    ...(!kept && { first: history.first }),
    advance: kept ? advanceBetween(kept, history) : { from: 0, steps: history.steps, done: history.done },
  });
  const write = async (): Promise<boolean> => {
    clearTimeout(timer);
    timer = undefined;
    if (!latest || latest === kept || !open || open.isNewer) return true;
    const written = latest;
    const result = await writeMap(changeTo(written), written.map);
    if (result.ok) {
      kept = written;
      settled = written;
    }
    show(result.ok ? { summary: result.value, problem: undefined } : { problem: result.reason });
    return result.ok;
  };
  const writeWaiting = () => (isWaiting() ? write() : Promise.resolve(true));

  const load = async (isElsewhere: boolean) => {
    // What is not written yet is never read over.
    if (isWaiting()) return show({ isElsewhere });
    const read = await readMap(id);
    if (isClosed || isWaiting()) return;
    if (!read.ok && !open) return on.onProblem(read.reason);
    if (!read.ok) return show({ problem: read.reason === 'no-such-map' ? 'deleted-elsewhere' : read.reason });
    const { history, summary, isToBeReplaced, isRecovered, isNewer } = read.value;
    latest = history;
    settled = history;
    kept = isToBeReplaced ? undefined : history;
    open = { history, summary, isElsewhere, isRecovered, isNewer, problem: undefined };
    on.onChange(open);
  };
  const begin = () => {
    if (open?.summary || !begun) return void load(false);
    if (open?.isElsewhere) show({ isElsewhere: false });
    else if (begun.isToKeep) void write();
  };
  const askForTurn = () =>
    turnFor(id, {
      onTurn: () => {
        clearTimeout(patienceTimer);
        begin();
      },
      onWait: () => void load(true),
      onLost: () =>
        show({
          isElsewhere: true,
          ...(latest && { history: latest }),
          ...(isWaiting() && { problem: 'changed-elsewhere' }),
        }),
    });
  let turn = askForTurn();

  /** Goes along with what another page has done. */
  const follow = ({ since, time, first, advance }: MapChange, revision: number) => {
    if (!open?.summary || !latest || isWaiting()) return;
    const isNext = since !== undefined && since <= open.summary.revision && !first;
    const after = isNext ? advanced(latest, advance) : undefined;
    if (!after?.ok) return void load(open.isElsewhere);
    latest = after.value;
    settled = latest;
    kept = latest;
    show({ history: latest, summary: { ...open.summary, revision, changed: time }, problem: undefined });
  };
  const handOver = async () => {
    const isOwn = open && !open.isElsewhere;
    if (isOwn) show({ isElsewhere: true, ...(latest && { history: latest }) });
    if (await writeWaiting()) turn.pass();
    else if (isOwn) show({ isElsewhere: false });
  };
  const hear = (message: MapMessage) => {
    if (idOf(message) !== id || !open?.summary) return;
    switch (message.type) {
      case 'changed':
        return message.change.writer === writer ? undefined : follow(message.change, message.revision);
      case 'hand-over':
        return message.to === writer ? undefined : void handOver();
      case 'deleted':
        return show({ problem: 'deleted-elsewhere' });
      case 'restored':
        return show({ problem: undefined });
      case 'saved-to-file':
        return show({ summary: { ...open.summary, backup: message.backup } });
      default:
        return message satisfies never;
    }
  };
  const goAway = () => {
    if (latest && isWaiting()) partWithChange(changeTo(latest));
    void writeWaiting();
    // A page that holds a lock cannot be kept ready for the way back.
    turn.letGo();
  };
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) turn = askForTurn();
  };
  const hide = () => {
    if (document.visibilityState === 'hidden') void writeWaiting();
  };
  const stopHearing = onMapMessage(hear);
  window.addEventListener('pagehide', goAway);
  window.addEventListener('pageshow', comeBack);
  document.addEventListener('visibilitychange', hide);

  return {
    keep: (history) => {
      latest = history;
      timer ??= setTimeout(write, soon);
    },
    keepNow: () => void write(),
    takeOver: () => {
      tellPages({ type: 'hand-over', id, to: writer });
      clearTimeout(patienceTimer);
      patienceTimer = setTimeout(() => turn.seize(), patience);
    },
    current: () => latest,
    unkept: () => (open?.problem && (isWaiting() || !open.summary) ? latest : undefined),
    close: () => {
      void writeWaiting();
      isClosed = true;
      clearTimeout(patienceTimer);
      turn.letGo();
      stopHearing();
      window.removeEventListener('pagehide', goAway);
      window.removeEventListener('pageshow', comeBack);
      document.removeEventListener('visibilitychange', hide);
    },
  };
}
