import {
  createContext,
  type ReactNode,
  useContext,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { ShownView } from '../../lib/calculators/shown-view.ts';

/** What a view shows; or that it still shows something older while a new answer is worked out. */
type Shown = ShownView | 'pending';
type AllShown = ReadonlyMap<string, Shown>;

function newCollection() {
  let all: AllShown = new Map();
  const listeners = new Set<() => void>();
  const change = (next: AllShown) => {
    all = next;
    for (const listener of listeners) listener();
  };
  return {
    put: (id: string, shown: Shown) => change(new Map(all).set(id, shown)),
    remove: (id: string) => change(new Map([...all].filter(([each]) => each !== id))),
    read: () => all,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const empty = newCollection();
const Collection = createContext(empty);

/** Collects what the views inside show, so that all of it can be written down elsewhere. */
export function ShownNumbers({ children }: { readonly children: ReactNode }) {
  const [collection] = useState(newCollection);
  return <Collection value={collection}>{children}</Collection>;
}

/** Tells what a view shows, for as long as it shows it. */
export function useShownNumbers(shown: Shown | undefined): void {
  const collection = useContext(Collection);
  const id = useId();
  // The numbers of a view are made anew whenever it is drawn, and are told as often.
  useEffect(() => {
    if (!shown || collection === empty) return;
    collection.put(id, shown);
    return () => collection.remove(id);
  });
}

/** Everything that is shown now. What is written down may come a moment after what is drawn. */
export function useAllShown(): { readonly views: readonly ShownView[]; readonly isPending: boolean } {
  const { subscribe, read } = useContext(Collection);
  const shown = useDeferredValue(useSyncExternalStore(subscribe, read, empty.read));
  return useMemo(() => {
    const all = [...shown.values()];
    return { views: all.filter((each) => each !== 'pending'), isPending: all.includes('pending') };
  }, [shown]);
}

interface FactsProps {
  /** The same in every language. */
  readonly name: string;
  /** The sentence or the title that they stand under. */
  readonly caption: string;
  /** What a number is called, unrounded and as it is shown. Numbers that do not exist are left out. */
  readonly facts: readonly (readonly [label: string, value: number | undefined, shown: (value: number) => string])[];
}

/** Numbers that stand in words, where no table holds them. Draws nothing. */
export function ShownFacts({ name, caption, facts }: FactsProps) {
  const known = facts.flatMap(([label, value, shown]) => (value === undefined ? [] : [{ label, value, shown }]));
  useShownNumbers({
    name,
    caption,
    table: {
      head: [],
      rows: known.map(({ label, value }) => [label, value]),
      format: (value, _, row) => known[row]?.shown(value) ?? '',
    },
  });
  return null;
}
