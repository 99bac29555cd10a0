import { failure, type Result, success } from '../result.ts';
import { apply, type Command, type CommandProblem } from './commands.ts';
import type { JourneyMap } from './document.ts';

/** One thing that was done, and can be undone. */
export interface Step {
  readonly command: Command;
  /** Milliseconds since 1970. */
  readonly time: number;
  /**
   * Names one go at one text. Consecutive steps of the same name become one: typing a word is undone at once. Such
   * steps say the whole text each, so that the last one says it all.
   */
  readonly going?: string;
}

/**
 * A map with the way it came about. Every map is the first one with the steps done again: a history is kept, and brought
 * back, as that first map, the steps and how many of them stand.
 */
export interface History {
  readonly first: JourneyMap;
  readonly steps: readonly Step[];
  /** How many steps stand; those after are undone, and can be done again. */
  readonly done: number;
  readonly map: JourneyMap;
  /** The map before the last step that stands, as long as that is known: every letter typed begins there. */
  readonly before: JourneyMap | undefined;
  /** Maps after every so many steps: undoing does not begin at the first. */
  readonly marks: readonly JourneyMap[];
}

/** Steps between two marks: what doing them again costs stays below a millisecond or two. */
const stride = 32;

export function historyOf(first: JourneyMap): History {
  return { first, steps: [], done: 0, map: first, before: undefined, marks: [] };
}

function withStep(history: History, step: Step, map: JourneyMap): History {
  const steps = [...history.steps.slice(0, history.done), step];
  const marks = history.marks.slice(0, Math.floor(history.done / stride));
  const isMark = steps.length % stride === 0;
  return { ...history, steps, done: steps.length, map, before: history.map, marks: isMark ? [...marks, map] : marks };
}

/** The map when so many of the steps stand. */
function mapAfter({ first, steps, marks }: History, done: number): JourneyMap {
  const mark = Math.min(Math.floor(done / stride), marks.length);
  let map = marks[mark - 1] ?? first;
  for (const { command } of steps.slice(mark * stride, done)) {
    const applied = apply(map, command);
    if (applied.ok) map = applied.value;
  }
  return map;
}

/**
 * Does a step. The very same history where it changes nothing. A step that goes on with the last one stands in its
 * place: it is done to the map before that one, and leaves no step where it changes nothing there.
 */
export function perform(history: History, step: Step): Result<History, CommandProblem> {
  const last = history.steps[history.done - 1];
  const goesOn = step.going !== undefined && last?.going === step.going;
  const before = goesOn ? goTo(history, history.done - 1) : history;
  const applied = apply(before.map, step.command);
  if (!applied.ok) return applied;
  if (applied.value === before.map) return success(before);
  return success(withStep(before, step, applied.value));
}

/** The history with another number of steps standing. */
export function goTo(history: History, done: number): History {
  const wanted = Math.max(0, Math.min(done, history.steps.length));
  if (wanted === history.done) return history;
  const known = wanted === history.done - 1 ? history.before : undefined;
  return { ...history, done: wanted, map: known ?? mapAfter(history, wanted), before: undefined };
}

export const canUndo = ({ done }: History) => done > 0;
export const canRedo = ({ done, steps }: History) => done < steps.length;
export const undo = (history: History) => goTo(history, history.done - 1);
export const redo = (history: History) => goTo(history, history.done + 1);

/** What leads from a history to a later one of the same map: the steps from a place on, and how many stand then. */
export interface Advance {
  readonly from: number;
  readonly steps: readonly Step[];
  readonly done: number;
}

/** `after` came about from `before`: their steps are the same ones up to where they part. */
export function advanceBetween(before: History, after: History): Advance {
  let from = Math.min(before.steps.length, after.steps.length);
  while (from > 0 && before.steps[from - 1] !== after.steps[from - 1]) from -= 1;
  return { from, steps: after.steps.slice(from), done: after.done };
}

/** Steps from a disk or another page may be of a version that this one does not know. Never throws. */
function applied(map: JourneyMap, step: Step): Result<JourneyMap, CommandProblem | 'not-a-step'> {
  try {
    return apply(map, step.command);
  } catch {
    return failure('not-a-step');
  }
}

/** A history after an advance from elsewhere. The first step that cannot be done is the fault. */
export function advanced(history: History, { from, steps, done }: Advance): Result<History, 'not-a-step'> {
  if (from > history.steps.length) return failure('not-a-step', String(from));
  let after = steps.length === 0 ? history : goTo(history, from);
  for (const [index, step] of steps.entries()) {
    const map = applied(after.map, step);
    if (!map.ok) return failure('not-a-step', String(from + index));
    after = withStep(after, step, map.value);
  }
  return success(goTo(after, done));
}

/** A history brought back. The first step that cannot be done is the fault. */
export function historyFrom(first: JourneyMap, steps: readonly Step[], done: number): Result<History, 'not-a-step'> {
  return advanced(historyOf(first), { from: 0, steps, done });
}

/** The history without its oldest steps, so that no more than `most` are left; what stands is never among those. */
export function shortened(history: History, most: number): History {
  const { steps, done } = history;
  const gone = Math.min(steps.length - most, done);
  if (gone <= 0) return history;
  const shorter = historyFrom(goTo(history, gone).map, steps.slice(gone), done - gone);
  return shorter.ok ? shorter.value : history;
}
