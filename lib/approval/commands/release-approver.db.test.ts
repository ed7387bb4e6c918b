import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handlers } from '#lib/jobs/handlers.ts';
import { db } from '#lib/platform/db.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, answer, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import { change, fresh, holderOf, notesOf, setProperty, world } from '#lib/testing/world.ts';
import { setUserActive } from '#lib/user/commands/set-user-active.ts';
import { setUserRoles } from '#lib/user/commands/set-user-roles.ts';
import { releaseApprover } from './release-approver.ts';

const w = await world();
let board: Board;

beforeAll(async () => {
  board = await approvalBoard();
  await setProperty('change.approval.rule', 'all');
});
beforeEach(async () => {
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
  for (const { id: userId } of [board.anna, board.arno]) {
    await setUserActive(w.adam, { userId, active: true });
    await setUserRoles(w.adam, { userId, roles: ['approver_user'] });
  }
});

/** Runs queued jobs as the worker does. */
async function work(): Promise<unknown[]> {
  const queued = await db().$queryRaw<{ payload: unknown }[]>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'release-approver' order by j.id`;
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
  return Promise.all(queued.map(({ payload }) => handlers['release-approver'](payload)));
}

const leave = (userId: string) => setUserActive(w.adam, { userId, active: false });
const asked = async () => {
  const { value } = await change(w.ian, await aChange(w), { state: 'assess', approvalGroupId: board.id });
  return value;
};
const answersOf = async ({ id }: { id: string }) =>
  (
    await db().approval.findMany({ where: { taskId: id }, orderBy: [{ round: 'asc' }, { approver: { name: 'asc' } }] })
  ).map(({ round, answer: given }) => `${round} ${given}`);

describe('an approver who leaves', () => {
  it.each([
    ['is deactivated', ({ anna }: Board) => leave(anna.id)],
    ['loses the role', ({ anna }: Board) => setUserRoles(w.adam, { userId: anna.id, roles: [] })],
  ])('CHG-1 · and %s is not waited for: the approvals of the others decide', async (_how, leaves) => {
    const record = await asked();
    await answer(board.arno, record);
    expect(await fresh(record)).toMatchObject({ approval: 'requested' });
    await leaves(board);
    expect(await work()).toMatchObject([{ ok: true }]);
    expect(await fresh(record)).toMatchObject({ approval: 'approved', state: 'assess' });
    expect(await answersOf(record)).toEqual(['1 not_needed', '1 approved']);
  });

  it('CHG-1 · leaves the others to answer', async () => {
    const record = await asked();
    await leave(board.anna.id);
    await work();
    expect(await fresh(record)).toMatchObject({ approval: 'requested' });
    await answer(board.arno, record);
    expect(await fresh(record)).toMatchObject({ approval: 'approved' });
  });

  it('CHG-1 · the last one: the current members of the group are asked, in a new round', async () => {
    const record = await asked();
    const nora = await holderOf('Nora New', ['approver_user']);
    await db().groupMember.create({ data: { groupId: board.id, userId: nora.id } });
    for (const { id } of [board.anna, board.arno]) await leave(id);
    await work();
    expect(await answersOf(record)).toEqual(['1 not_needed', '1 not_needed', '2 requested']);
    expect(await db().mail.count({ where: { taskId: record.id, event: 'approval asked', recipientId: nora.id } })).toBe(
      1,
    );
    expect(await notesOf(record)).toEqual([expect.stringContaining('the approval group is asked again')]);
    await answer(nora, record);
    expect(await fresh(record)).toMatchObject({ approval: 'approved' });
    await db().groupMember.deleteMany({ where: { userId: nora.id } });
  });

  it('CHG-1 · if no approver is left, a change returns to New with the reason', async () => {
    const record = await asked();
    for (const { id } of [board.anna, board.arno]) await leave(id);
    await work();
    expect(await fresh(record)).toMatchObject({ approval: 'rejected', state: 'new' });
    expect(await notesOf(record)).toContain('No one is left who can approve this.');
  });

  it('REQ-1 · if no approver is left, an item is skipped with the reason', async () => {
    const items = [{ catalogItemId: await anOffer('Laptop', board.id), quantity: 1 }];
    const item = await itemOf(await createRequest(w.ian, { items }), 'Laptop');
    for (const { id } of [board.anna, board.arno]) await leave(id);
    await work();
    expect(await fresh(item)).toMatchObject({ approval: 'rejected', state: 'closed_skipped' });
    expect(await notesOf(item)).toContain('No one is left who can approve this.');
  });

  it('CHG-1 · a deactivated approver who returns in time is still asked; another one leaves no trace', async () => {
    const record = await asked();
    await leave(board.anna.id);
    await setUserActive(w.adam, { userId: board.anna.id, active: true });
    await leave(w.pat.id);
    expect(await work()).toMatchObject([{ ok: true }]);
    await setUserActive(w.adam, { userId: w.pat.id, active: true });
    expect(await answersOf(record)).toEqual(['1 requested', '1 requested']);
  });

  it('ACC-6 · is released by the product itself alone', async () => {
    const record = await asked();
    await leave(board.anna.id);
    const by = releaseApprover(w.adam, { number: record.number, approverId: board.anna.id });
    await expect(by).rejects.toMatchObject({ rule: 'ACC-6' });
  });
});
