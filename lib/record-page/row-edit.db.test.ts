import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { listNumbers } from '#lib/list/list-numbers.ts';
import { aCase, anIncident, change, world } from '#lib/testing/world.ts';
import { type RowMove, rowEdit } from './row-edit.ts';

const w = await world();

const labels = (moves: readonly RowMove[] | undefined, asksMore: boolean) =>
  moves?.filter((each) => each.asksMore === asksMore).map(({ label }) => label);

describe('a row that is edited', () => {
  it('CASE-8 · offers the moves of a case without input, and names those that need input', async () => {
    const { number } = await aCase(w, { assignedToId: w.ava.id });
    const edit = await rowEdit(w.ava, { kind: 'case', number });
    expect(labels(edit?.moves, false)).toEqual(['Accept']);
    expect(labels(edit?.moves, true)).toEqual(['Propose solution', 'Close case', 'Cancel case']);
    await moveCase(w.ava, { number, verb: 'accept' });
    expect(labels((await rowEdit(w.ava, { kind: 'case', number }))?.moves, false)).toEqual([]);
  });

  it('INC-1 · offers the states of an incident that can be reached, which are taken without more', async () => {
    const incident = await anIncident(w);
    const { number } = incident;
    const edit = await rowEdit(w.ian, { kind: 'incident', number });
    expect(labels(edit?.moves, false)).toEqual(['In Progress', 'Canceled']);
    expect(labels(edit?.moves, true)).toEqual(['On Hold', 'Resolved']);
    for (const { to, asksMore } of edit?.moves ?? []) {
      if (asksMore || !('state' in to)) continue;
      const other = await anIncident(w);
      await expect(change(w.ian, other, { state: to.state })).resolves.toMatchObject({ value: { state: to.state } });
    }
  });

  it('says whether the change can be undone: Undo in the message succeeds', async () => {
    const item = await anIncident(w);
    await change(w.ian, item, {
      state: 'resolved',
      resolutionCode: 'solution_provided',
      resolutionNotes: 'Gone.',
    });
    const edit = await rowEdit(w.ian, { kind: 'incident', number: item.number });
    // Resolved requires its notes again.
    expect(edit?.moves.map(({ isUndoable }) => isUndoable)).toEqual(edit?.moves.map(() => false));
  });

  it('REC-3 · carries the version: a later change by somebody else is not overwritten', async () => {
    const { number } = await aCase(w);
    const edit = await rowEdit(w.ava, { kind: 'case', number });
    const save = (version: number, priority: string) =>
      updateTask(w.ava, { kind: 'case', number, version, values: { priority } });
    await updateTask(w.mia, { kind: 'case', number, version: edit?.version ?? 0, values: { priority: '2' } });
    await expect(save(edit?.version ?? 0, '1')).rejects.toMatchObject({ rule: 'REC-3' });
    const anew = await rowEdit(w.ava, { kind: 'case', number });
    expect(anew?.priority?.value).toBe(2);
    await expect(save(anew?.version ?? 0, '1')).resolves.toBeDefined();
  });

  it('ACC-6 · offers nothing to readers, and does not exist for users without access', async () => {
    const { number } = await aCase(w);
    const read = await rowEdit(w.vic, { kind: 'case', number });
    expect(read).toMatchObject({ moves: [], priority: { editable: false }, assignedToId: { editable: false } });
    for (const actor of [w.ian, w.nils, w.cora]) expect(await rowEdit(actor, { kind: 'case', number })).toBeNull();
  });
});

describe('the numbers of a list', () => {
  it('ACC-6 · are those that the list shows to the same person, in its order', async () => {
    const one = await aCase(w, { shortDescription: 'Walkabout one' });
    const two = await aCase(w, { shortDescription: 'Walkabout two', consumerId: w.jane.id });
    const ask = { kind: 'case', query: 'q=walkabout&sort=number' } as const;
    expect(await listNumbers(w.ava, ask)).toEqual({ numbers: [one.number, two.number], next: null, previous: null });
    expect(await listNumbers(w.pat, ask)).toMatchObject({ numbers: [one.number] });
    expect(await listNumbers(w.cora, ask)).toBeNull();
  });
});
