import { useCallback, useEffect, useState } from 'react';
import {
  type Draft,
  deleteSaved,
  forgetAll,
  onSavedElsewhere,
  readDrafts,
  readSaved,
  restoreSaved,
  type SavedCalculation,
  type SaveProblem,
  saveNew,
  saveOver,
} from '../../../browser/calculation-store.ts';
import { calculators } from '../../../lib/calculators/calculators.ts';
import { readDocument } from '../../../lib/calculators/document.ts';
import { type Entered, isSame } from '../../../lib/calculators/entered.ts';
import { type Calculator, modelNamed } from '../../../lib/calculators/model.ts';
import { answerOf } from '../../../lib/calculators/scenario-answer.ts';
import { documentOf } from '../../../lib/calculators/write-document.ts';
import { unitOf } from '../../../lib/metrics/quantities.ts';
import { formatNumber } from '../../../lib/number/format-number.ts';
import type { Result } from '../../../lib/result.ts';
import type { SavedAs } from '../shared/keeping.ts';
import type { CalculatorState } from '../shared/use-calculator.ts';

/** Something kept on this device, as it stands in a list. */
export interface Listed<Record> {
  readonly record: Record;
  /** Undefined when it was made by another version of the page and cannot be read. */
  readonly entered: Entered | undefined;
  /** The result of its first scenario that everything else explains; empty if there is none. */
  readonly headline: string;
}

/** What the reader is told: what was done, or what went wrong. */
export type Said =
  | { readonly kind: 'saved' | 'renamed' | 'restored'; readonly name: string }
  | { readonly kind: 'deleted'; readonly name: string; readonly calculation: SavedCalculation }
  | { readonly kind: 'forgotten' }
  | {
      readonly kind: 'problem';
      readonly problem: SaveProblem;
      readonly name: string;
      /** It came of nothing that was done on this page: whoever is typing goes on. */
      readonly isNews?: boolean;
    };

export interface SavedState {
  readonly saved: readonly Listed<SavedCalculation>[];
  readonly drafts: readonly Listed<Draft>[];
  readonly said: Said | undefined;
  readonly saveAs: (name: string) => Promise<void>;
  readonly saveChanges: () => Promise<void>;
  /** Opens the version that another page saved, in the place of the one shown, which stays among the drafts. */
  readonly takeOther: () => void;
  readonly open: (listed: Listed<SavedCalculation | Draft>) => void;
  readonly rename: (calculation: SavedCalculation, name: string) => Promise<void>;
  readonly remove: (calculation: SavedCalculation) => Promise<void>;
  readonly restore: (calculation: SavedCalculation) => Promise<void>;
  readonly forget: () => Promise<void>;
}

function headlineOf(entered: Entered, calculator: Calculator, locale: CalculatorState['locale']): string {
  const model = modelNamed(calculator, entered.model) ?? calculator.models[0];
  const { answer } = answerOf(entered.scenarios[0], model, entered.data[model.name]);
  const result = answer?.ok ? answer.value.results[model.headline] : undefined;
  if (!result?.ok) return '';
  return formatNumber(result.value, unitOf(model.headline), { locale, currency: entered.currency });
}

function listed<Record extends SavedCalculation | Draft>(
  records: readonly Record[],
  { calculator, locale }: CalculatorState,
): Listed<Record>[] {
  return records.map((record) => {
    const read = readDocument(record.document, calculator);
    const entered = read.ok ? read.value.entered : undefined;
    return { record, entered, headline: entered ? headlineOf(entered, calculators[calculator.name], locale) : '' };
  });
}

/** What is saved on this device, and what can be done with it. */
export function useSaved(state: CalculatorState): SavedState {
  const { calculator, entered, savedAs, setSavedAs } = state;
  const [records, setRecords] = useState<readonly SavedCalculation[]>([]);
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [said, setSaid] = useState<Said>();

  const reload = useCallback(async () => {
    const [all, unnamed] = await Promise.all([readSaved(calculator.name), readDrafts(calculator.name)]);
    if (all.ok) setRecords(all.value);
    else setSaid({ kind: 'problem', problem: all.reason, name: '' });
    if (unnamed.ok) setDrafts(unnamed.value);
  }, [calculator.name]);
  useEffect(() => {
    void reload();
    return onSavedElsewhere(() => void reload());
  }, [reload]);

  const standing = records.find(({ id }) => id === savedAs?.id);
  const isOutdated = standing !== undefined && savedAs !== undefined && standing.revision > savedAs.revision;
  useEffect(() => {
    if (isOutdated) setSaid({ kind: 'problem', problem: 'changed-elsewhere', name: standing.name, isNews: true });
  }, [isOutdated, standing?.name]);

  const contentOf = (name: string) => ({
    calculator: calculator.name,
    name,
    changed: Date.now(),
    document: documentOf({ name, entered }, calculator),
  });
  const tell = async (result: Result<unknown, SaveProblem>, done: Said, name: string) => {
    setSaid(result.ok ? done : { kind: 'problem', problem: result.reason, name });
    await reload();
  };
  const open = ({ record, entered: kept }: Listed<SavedCalculation | Draft>) => {
    if (!kept) return;
    setSaid(undefined);
    const from: SavedAs | undefined =
      'revision' in record
        ? { id: record.id, revision: record.revision, name: record.name }
        : record.saved && { ...record.saved, name: record.document.name };
    state.load(kept, 'loaded', from);
  };
  const saved = listed(records, state);

  return {
    saved,
    drafts: listed(drafts, state).filter((draft) => draft.entered && !isSame(draft.entered, entered, calculator)),
    said,
    open,
    saveAs: async (name) => {
      const result = await saveNew(contentOf(name));
      if (result.ok) setSavedAs({ ...result.value, name });
      await tell(result, { kind: 'saved', name }, name);
    },
    saveChanges: async () => {
      if (!savedAs) return;
      const { name } = savedAs;
      const result = await saveOver(savedAs, contentOf(name));
      if (result.ok) setSavedAs({ ...result.value, name });
      await tell(result, { kind: 'saved', name }, name);
    },
    takeOther: () => {
      const other = saved.find(({ record }) => record.id === savedAs?.id);
      if (other) open(other);
    },
    rename: async (calculation, name) => {
      const document = { ...calculation.document, name };
      const result = await saveOver(calculation, { name, document });
      const isShown = savedAs?.id === calculation.id && savedAs.revision === calculation.revision;
      if (result.ok && isShown) setSavedAs({ ...result.value, name });
      await tell(result, { kind: 'renamed', name }, calculation.name);
    },
    remove: async (calculation) => {
      const { name } = calculation;
      await tell(await deleteSaved(calculation.id), { kind: 'deleted', name, calculation }, name);
    },
    restore: async (calculation) => {
      const { name } = calculation;
      await tell(await restoreSaved(calculation), { kind: 'restored', name }, name);
    },
    forget: async () => {
      // First, or it would be kept again.
      state.letGo();
      await tell(await forgetAll(calculator.name), { kind: 'forgotten' }, '');
    },
  };
}
