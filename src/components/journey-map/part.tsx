import { type ComponentType, lazy } from 'react';
import type { Translate } from './messages.ts';

interface PartProps {
  readonly t: Translate;
}
type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

const loads: (() => Promise<unknown>)[] = [];

function NotLoaded({ t }: PartProps) {
  return (
    <p className="problem" role="alert">
      {t('journey.notLoaded')}
    </p>
  );
}

/** A part of the editor that is not needed at once: loaded when it is wanted, or before by `loadParts`. */
export function part<Props extends PartProps>(load: Load<Props>) {
  loads.push(load);
  return lazy<ComponentType<Props>>(() => load().catch(() => ({ default: NotLoaded })));
}

/** Loads all parts, one after the other: the connection may be gone when they are wanted. */
export async function loadParts(): Promise<void> {
  for (const load of loads) await load().catch(() => undefined);
}
