import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Draft,
  deleteSaved,
  forgetAll,
  onSavedElsewhere,
  readDrafts,
  readSaved,
  restoreSaved,
  saveNew,
  saveOver,
  writeDraft,
  writeNewer,
} from '../../src/browser/calculation-store.ts';
import { exampleEntered } from '../../src/lib/calculators/entered.ts';
import { lifetimeValueCalculator } from '../../src/lib/calculators/lifetime-value.ts';
import { documentOf } from '../../src/lib/calculators/write-document.ts';

const entered = exampleEntered(lifetimeValueCalculator, 'USD', 'en');
const document = (name: string) => documentOf({ name, entered }, lifetimeValueCalculator);
const calculation = (name: string) => ({ calculator: 'ltv', name, changed: 1, document: document(name) }) as const;
const draft = (id: string, changed: number, name = id): Draft => ({
  id,
  changed,
  calculator: 'ltv',
  fragment: '',
  document: document(name),
});

async function value<Value>(
  result: Promise<{ ok: true; value: Value } | { ok: false; reason: string }>,
): Promise<Value> {
  const settled = await result;
  if (!settled.ok) throw new Error(settled.reason);
  return settled.value;
}

beforeEach(async () => {
  await forgetAll('ltv');
  await forgetAll('churn');
});

describe('saved calculations', () => {
  it('are found again under their calculator, the latest first', async () => {
    await saveNew({ ...calculation('old'), changed: 1 });
    await saveNew({ ...calculation('new'), changed: 2 });
    await saveNew({ ...calculation('churn'), calculator: 'churn' });
    expect((await value(readSaved('ltv'))).map(({ name, revision }) => [name, revision])).toEqual([
      ['new', 1],
      ['old', 1],
    ]);
  });

  it('are changed under a new revision', async () => {
    const first = await value(saveNew(calculation('a')));
    const second = await value(saveOver(first, calculation('b')));
    expect(second).toEqual({ id: first.id, revision: 2 });
    expect((await value(readSaved('ltv')))[0]).toMatchObject({ name: 'b', revision: 2 });
  });

  it('are not overwritten by a page that has not seen the latest change', async () => {
    const seen = await value(saveNew(calculation('a')));
    await saveOver(seen, calculation('theirs'));
    expect(await saveOver(seen, calculation('mine'))).toMatchObject({ ok: false, reason: 'changed-elsewhere' });
    expect((await value(readSaved('ltv')))[0]?.name).toBe('theirs');
  });

  it('are not brought back by a page that has not heard of their end', async () => {
    const seen = await value(saveNew(calculation('a')));
    await deleteSaved(seen.id);
    expect(await saveOver(seen, calculation('mine'))).toMatchObject({ ok: false, reason: 'deleted-elsewhere' });
    expect(await value(readSaved('ltv'))).toEqual([]);
  });

  it('come back as they were when a deletion is undone', async () => {
    await saveNew(calculation('a'));
    const [saved] = await value(readSaved('ltv'));
    if (!saved) throw new Error('nothing was saved');
    await deleteSaved(saved.id);
    await restoreSaved(saved);
    expect(await value(readSaved('ltv'))).toEqual([saved]);
  });

  it('tell other pages when they change', async () => {
    const heard = vi.fn();
    const stop = onSavedElsewhere(heard);
    await saveNew(calculation('a'));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce(), { timeout: 30_000 });
    stop();
  });
});

describe('drafts', () => {
  it('are kept one for each page, the latest first', async () => {
    await writeDraft(draft('a', 1));
    await writeDraft(draft('b', 2));
    await writeDraft(draft('a', 3, 'a changed'));
    expect((await value(readDrafts('ltv'))).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('that say the same are kept once', async () => {
    await writeDraft(draft('a', 1, 'same'));
    await writeDraft(draft('b', 2, 'same'));
    expect((await value(readDrafts('ltv'))).map(({ id }) => id)).toEqual(['b']);
    expect((await value(readDrafts('ltv'))).map(({ id }) => id)).toEqual(['b']);
  });

  it('of a page that went are taken in, unless it had gone on since', async () => {
    await writeDraft(draft('a', 2, 'later'));
    await writeNewer(draft('a', 1, 'earlier'));
    expect((await value(readDrafts('ltv')))[0]?.document.name).toBe('later');
    await writeNewer(draft('a', 3, 'last'));
    expect((await value(readDrafts('ltv')))[0]?.document.name).toBe('last');
  });

  it('do not grow without end: the oldest go', async () => {
    for (let time = 0; time < 12; time += 1) await writeDraft(draft(`page ${time}`, time));
    expect((await value(readDrafts('ltv'))).map(({ changed }) => changed)).toEqual([11, 10, 9, 8, 7, 6, 5, 4]);
  });
});

describe('storage', () => {
  it('that is full is told apart from storage that is blocked', async () => {
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    put.mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await writeDraft(draft('a', 1))).toMatchObject({ ok: false, reason: 'storage-full' });
    put.mockImplementationOnce(() => {
      throw new DOMException('not here', 'InvalidStateError');
    });
    expect(await writeDraft(draft('a', 1))).toMatchObject({ ok: false, reason: 'storage-blocked' });
    put.mockRestore();
    expect(await writeDraft(draft('a', 1))).toMatchObject({ ok: true });
  });
});
