import { beforeAll, expect, it } from 'vitest';
import { undoMany } from '#lib/list/undo-many.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { aCase, fresh, makeMajor, setProperty, type World, world } from '#lib/testing/world.ts';
import { updateTaskAction } from './actions.ts';

let w: World;
beforeAll(async () => {
  w = await world();
  await setProperty('sn_customerservice.case_fields_to_sync', 'priority');
  signedIn.actor = w.mia;
});

it.each([
  ['priority', { priority: '1' }, true],
  [null, { priority: '1', shortDescription: 'Down' }, true],
  [null, { priority: '1' }, false],
])(
  'SYNC-MAJ-1 · the page of a major case offers the undo %s after a save of %j, with synchronisation %s',
  async (undo, values, isSynced) => {
    await setProperty('sn_customerservice.parent_child_case_sync', String(isSynced));
    const [major, child] = [await aCase(w), await aCase(w)];
    await makeMajor(major, child);
    const { number, version } = await fresh(major);
    const shown = { children: 1, emails: 9 };
    const answer = await updateTaskAction({ kind: 'case', number, version, values, shown });
    if (!answer.ok) throw new Error(answer.message);
    expect(answer.data?.undo).toBe(undo);
    expect((await fresh(child)).priority).toBe(isSynced ? 1 : child.priority);
  },
);

it('SYNC-MAJ-1 · the undo that the page offers gives the child back what it had', async () => {
  await setProperty('sn_customerservice.parent_child_case_sync', 'true');
  const [major, child] = [await aCase(w), await aCase(w)];
  await makeMajor(major, child);
  const { number, version } = await fresh(major);
  const shown = { children: 1, emails: 9 };
  const answer = await updateTaskAction({ kind: 'case', number, version, values: { priority: '1' }, shown });
  const now = answer.ok ? (answer.data?.version ?? 0) : 0;
  const { refused } = await undoMany(w.mia, { kind: 'case', what: 'priority', records: [{ number, version: now }] });
  expect([refused, (await fresh(child)).priority]).toEqual([[], child.priority]);
});
