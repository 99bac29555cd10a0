import type { CalculatorName } from '../lib/i18n/routes.ts';
import type { Draft } from './calculation-store.ts';
import { partWith, takeParting } from './parting.ts';

/** Writes a draft down in the last moment of its page. */
export function partWithDraft(draft: Draft): void {
  partWith(`${draft.calculator}:${draft.id}`, draft);
}

function isDraft(value: unknown): value is Draft {
  const { id, changed, fragment, document } = (value ?? {}) as Partial<Record<keyof Draft, unknown>>;
  const isNamed = typeof id === 'string' && typeof fragment === 'string';
  return isNamed && typeof changed === 'number' && typeof document === 'object';
}

/** The drafts that pages of a calculator parted with, each once. */
export function takePartingDrafts(calculator: CalculatorName): Draft[] {
  return takeParting(`${calculator}:`)
    .filter(isDraft)
    .filter((draft) => draft.calculator === calculator);
}
