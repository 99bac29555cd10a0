import type { Draft, SavedVersion } from '../../../browser/calculation-store.ts';
import type { StorageProblem } from '../../../browser/database.ts';
import type { DraftContent, DraftKeeper } from '../../../browser/draft-keeper.ts';
import { newId } from '../../../browser/new-id.ts';
import { partWithDraft } from '../../../browser/parting-draft.ts';
import type { Entered } from '../../../lib/calculators/entered.ts';
import type { Calculator } from '../../../lib/calculators/model.ts';
import { documentOf } from '../../../lib/calculators/write-document.ts';

/** What a calculation was opened from or saved as. */
export interface SavedAs extends SavedVersion {
  readonly name: string;
}

/** A calculation with its place among the saved ones, if it has one. */
export interface Kept {
  readonly entered: Entered;
  readonly savedAs: SavedAs | undefined;
}

/** What this page kept when it was left. */
export interface OwnDraft extends Kept {
  readonly id: string;
}

export interface Keeping {
  /**
   * Looks for what was entered here before. `own` is what stood on this page when it was left, and without a link what
   * was entered last; `before` is what was entered last, where a link has opened something else. Rejects without a
   * connection, when the script that keeps cannot come.
   */
  readonly open: (fragment: string) => Promise<{ readonly own?: OwnDraft; readonly before?: Kept }>;
  /** What is kept from now on takes the place of a draft. */
  readonly goOnWith: (id: string) => void;
  readonly keep: (kept: Kept, fragment: string) => void;
  /** What is kept from now on no longer takes the place of what was kept before. */
  readonly startNew: () => void;
  readonly close: () => void;
}

/**
 * Keeps on this device what is entered into a calculator. The script that does so comes after the page: until then, what
 * was entered is written down when the page goes.
 */
export function startKeeping(calculator: Calculator, onProblem: (problem: StorageProblem) => void): Keeping {
  let keeper: DraftKeeper | undefined;
  let waiting: DraftContent | undefined;
  let isClosed = false;

  const part = () => {
    if (waiting) partWithDraft({ id: newId(), calculator: calculator.name, changed: Date.now(), ...waiting });
    waiting = undefined;
  };
  window.addEventListener('pagehide', part);

  const keptIn = async (drafts: readonly Draft[]) => {
    if (drafts.length === 0) return [];
    // Only where something was left: the checks weigh more than all other keeping.
    const { readDocument } = await import('../../../lib/calculators/document.ts');
    return drafts.flatMap(({ id, document, saved, fragment }) => {
      const read = readDocument(document, calculator);
      if (!read.ok) return [];
      const { entered, name } = read.value;
      return [{ id, fragment, entered, savedAs: saved && { ...saved, name } }];
    });
  };

  return {
    open: async (fragment) => {
      const { draftKeeper } = await import('../../../browser/draft-keeper.ts');
      if (isClosed) return {};
      keeper = draftKeeper(calculator.name, onProblem);
      if (waiting) keeper.keep(waiting);
      waiting = undefined;
      const drafts = await keeper.read();
      if (!drafts.ok) {
        onProblem(drafts.reason);
        return {};
      }
      const readable = await keptIn(drafts.value);
      const [last] = readable;
      const own = fragment === '' ? last : readable.find((draft) => draft.fragment === fragment);
      if (own) return { own };
      return last ? { before: last } : {};
    },
    keep: ({ entered, savedAs }, fragment) => {
      const document = documentOf({ name: savedAs?.name ?? '', entered }, calculator);
      const saved = savedAs && { id: savedAs.id, revision: savedAs.revision };
      const content = { document, fragment, ...(saved && { saved }) };
      if (keeper) keeper.keep(content);
      else waiting = content;
    },
    goOnWith: (id) => keeper?.goOnWith(id),
    startNew: () => {
      part();
      keeper?.startNew();
    },
    close: () => {
      isClosed = true;
      window.removeEventListener('pagehide', part);
      part();
      keeper?.close();
    },
  };
}
