import type { CalculationDocument } from '../lib/calculators/document.ts';
import type { CalculatorName } from '../lib/i18n/routes.ts';
import { type Result, success } from '../lib/result.ts';
import { type Draft, readDrafts, type SavedVersion, writeDraft, writeNewer } from './calculation-store.ts';
import type { StorageProblem } from './database.ts';
import { newId } from './new-id.ts';
import { partWithDraft, takePartingDrafts } from './parting-draft.ts';

/** What is to be kept of a page. */
export interface DraftContent {
  readonly document: CalculationDocument;
  readonly fragment: string;
  readonly saved?: SavedVersion;
}

export interface DraftKeeper {
  /** The drafts of this device, the latest first. */
  readonly read: () => Promise<Result<readonly Draft[], StorageProblem>>;
  /** From now on this page writes over a draft, as far as no other page does. */
  readonly goOnWith: (id: string) => void;
  /** From now on this page writes a draft of its own: what it wrote before stays. */
  readonly startNew: () => void;
  /** Keeps what is entered, shortly after the last change or when the page goes. */
  readonly keep: (content: DraftContent) => void;
  readonly close: () => void;
}

/** Milliseconds of quiet after which a change is kept. */
const quiet = 300;

/**
 * Asks to be the only page that writes a draft, for as long as it stands. Gives the way to let go of it; undefined when
 * another page has it, or where browsers have no locks.
 */
function own(id: string): Promise<(() => void) | undefined> {
  if (!navigator.locks) return Promise.resolve(undefined);
  return new Promise((answer) => {
    const hold = (lock: Lock | null) => {
      if (lock) return new Promise<void>((release) => answer(release));
      answer(undefined);
      return undefined;
    };
    navigator.locks.request(`customer-atlas:draft:${id}`, { ifAvailable: true }, hold).catch(() => answer(undefined));
  });
}

/**
 * Keeps what is entered on one page. Every page has a draft of its own, so that two of them never write over each
 * other; a page that is opened again goes on with the draft it had.
 */
export function draftKeeper(calculator: CalculatorName, onProblem: (problem: StorageProblem) => void): DraftKeeper {
  let id = newId();
  let release: (() => void) | undefined;
  let pending: DraftContent | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draftOf = (content: DraftContent): Draft => ({ id, calculator, changed: Date.now(), ...content });
  const write = () => {
    clearTimeout(timer);
    if (!pending) return;
    const draft = draftOf(pending);
    pending = undefined;
    void writeDraft(draft).then((written) => {
      if (!written.ok) onProblem(written.reason);
    });
  };
  const letGo = () => {
    release?.();
    release = undefined;
  };
  const startNew = () => {
    // What waits to be written goes where it belongs.
    write();
    letGo();
    const fresh = newId();
    id = fresh;
    void own(fresh).then((released) => {
      if (id === fresh) release = released;
      else released?.();
    });
  };
  const goOnWith = async (known: string) => {
    const before = id;
    const released = await own(known);
    if (!released) return;
    if (id !== before) return released();
    write();
    letGo();
    id = known;
    release = released;
  };
  const goAway = () => {
    if (pending) partWithDraft(draftOf(pending));
    write();
    // A page that holds a lock cannot be kept ready for the way back.
    letGo();
  };
  const comeBack = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    const before = id;
    startNew();
    void goOnWith(before);
  };
  const hide = () => {
    if (document.visibilityState === 'hidden') write();
  };
  window.addEventListener('pagehide', goAway);
  window.addEventListener('pageshow', comeBack);
  document.addEventListener('visibilitychange', hide);
  startNew();

  return {
    read: async () => {
      const parting = takePartingDrafts(calculator);
      const written = await Promise.all(parting.map(writeNewer));
      const left = parting.filter((_, index) => !written[index]?.ok);
      // The database has no room for them: they stay where they are.
      left.forEach(partWithDraft);
      const drafts = await readDrafts(calculator);
      if (left.length === 0) return drafts;
      const kept = drafts.ok ? drafts.value : [];
      return success([...left, ...kept].sort((one, other) => other.changed - one.changed));
    },
    goOnWith: (known) => void goOnWith(known),
    startNew,
    keep: (content) => {
      pending = content;
      clearTimeout(timer);
      timer = setTimeout(write, quiet);
    },
    close: () => {
      goAway();
      window.removeEventListener('pagehide', goAway);
      window.removeEventListener('pageshow', comeBack);
      document.removeEventListener('visibilitychange', hide);
    },
  };
}
