import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { adminTables } from '#lib/admin-table/admin-tables.ts';
import { changeFields } from '#lib/kinds/change/fields.ts';
import { searchReferences } from '#lib/kinds/reference.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, answer, approvalBoard, type Board, itemOf } from '#lib/testing/itsm.ts';
import { waitsForLock } from '#lib/testing/locks.ts';
import { change, fresh, holderOf, setProperty, world } from '#lib/testing/world.ts';
import { activationSetting } from '#lib/user/activation-setting.ts';
import { setUserActive } from '#lib/user/commands/set-user-active.ts';
import { setUserRoles } from '#lib/user/commands/set-user-roles.ts';
import { rolesSetting } from '#lib/user/roles-setting.ts';

const w = await world();
let board: Board;

beforeAll(async () => {
  board = await approvalBoard();
  await setProperty('change.approval.rule', 'all');
});
beforeEach(async () => {
  for (const { id: userId } of [board.anna, board.arno]) {
    await setUserActive(w.adam, { userId, active: true });
    await setUserRoles(w.adam, { userId, roles: ['approver_user'] });
  }
});

type Tx = Parameters<typeof changeSetting>[0];
type Leaving = (tx: Tx, subject: string) => Promise<unknown>;

const isDeactivated: Leaving = (tx, subject) => changeSetting(tx, w.adam, activationSetting, { subject, value: false });
const losesTheRole: Leaving = (tx, subject) => changeSetting(tx, w.adam, rolesSetting, { subject, value: [] });

/** Asks while a user's deactivation is open; the deactivation commits once the request waits for it. */
async function askedWhile<T>(leaving: (tx: Tx) => Promise<unknown>, ask: () => Promise<T>): Promise<T> {
  const asking: Promise<PromiseSettledResult<T>[]>[] = [];
  await transaction(async (tx) => {
    await leaving(tx);
    asking.push(Promise.allSettled([ask()]));
    await expect.poll(waitsForLock).toBe(true);
  });
  const [result] = (await Promise.all(asking)).flat();
  if (result?.status !== 'fulfilled') throw result?.reason;
  return result.value;
}

const askedAbout = async ({ id }: { id: string }) =>
  (await db().approval.findMany({ where: { taskId: id }, select: { approverId: true } })).map(
    ({ approverId }) => approverId,
  );
const mailedAbout = async ({ id }: { id: string }) =>
  (await db().mail.findMany({ where: { taskId: id, event: 'approval asked' } })).map(({ recipientId }) => recipientId);

const ways: readonly [string, Leaving][] = [
  ['is deactivated', isDeactivated],
  ['loses the role', losesTheRole],
];

describe('an approver who leaves while the group is being asked', () => {
  it.each(ways)('CHG-1 · and %s is not asked, and not waited for', async (_how, leaves) => {
    const record = await aChange(w);
    await askedWhile(
      (tx) => leaves(tx, board.anna.id),
      () => change(w.ian, record, { state: 'assess', approvalGroupId: board.id }),
    );
    expect(await askedAbout(record)).toEqual([board.arno.id]);
    expect(await mailedAbout(record)).toEqual([board.arno.id]);
    await answer(board.arno, record);
    expect(await fresh(record)).toMatchObject({ state: 'assess', approval: 'approved' });
  });

  it.each(ways)('REQ-1 · and %s is not asked about an ordered item either', async (_how, leaves) => {
    const items = [{ catalogItemId: await anOffer('Laptop', board.id), quantity: 1 }];
    const request = await askedWhile(
      (tx) => leaves(tx, board.anna.id),
      () => createRequest(w.ian, { items }),
    );
    const item = await itemOf(request, 'Laptop');
    expect(await askedAbout(item)).toEqual([board.arno.id]);
    await answer(board.arno, item);
    expect(await fresh(item)).toMatchObject({ approval: 'approved' });
  });

  it('CHG-1 · without any approver left, the change keeps its state', async () => {
    const record = await aChange(w);
    await setUserActive(w.adam, { userId: board.arno.id, active: false });
    const asking = askedWhile(
      (tx) => isDeactivated(tx, board.anna.id),
      () => change(w.ian, record, { state: 'assess', approvalGroupId: board.id }),
    );
    await expect(asking).rejects.toMatchObject({ rule: 'CHG-1', field: 'approvalGroupId' });
    expect(await fresh(record)).toMatchObject({ state: 'new' });
  });

  it('ACC-4, CHG-1 · an answer that waits while its approver leaves approves nothing', async () => {
    const { value: record } = await change(w.ian, await aChange(w), { state: 'assess', approvalGroupId: board.id });
    const answering = askedWhile(
      (tx) => isDeactivated(tx, board.arno.id),
      () => answer(board.arno, record),
    );
    await expect(answering).rejects.toMatchObject({ rule: 'ACC-6' });
    expect(await fresh(record)).toMatchObject({ approval: 'requested' });
  });

  it('CHG-1 · an approver who returns at that time is asked with the others', async () => {
    const record = await aChange(w);
    await setUserActive(w.adam, { userId: board.anna.id, active: false });
    await askedWhile(
      (tx) => changeSetting(tx, w.adam, activationSetting, { subject: board.anna.id, value: true }),
      () => change(w.ian, record, { state: 'assess', approvalGroupId: board.id }),
    );
    expect((await askedAbout(record)).toSorted()).toEqual([board.anna.id, board.arno.id].toSorted());
  });
});

describe('the groups that are offered for approval', () => {
  const pickers = [
    ['a change', changeFields.approvalGroupId],
    ['an item of the catalog', adminTables['catalog-item'].columns.approvalGroupId],
  ] as const;

  beforeAll(async () => {
    const gone = await holderOf('Greta Gone', ['approver_user']);
    await setUserActive(w.adam, { userId: gone.id, active: false });
    const members = { 'Everybody left': gone.id, 'Nobody approves': w.ian.id, 'An administrator': w.adam.id };
    for (const [name, userId] of Object.entries(members))
      await db().group.create({ data: { name, members: { create: { userId } } } });
    await db().group.create({ data: { name: 'Nobody at all' } });
  });

  it.each(pickers)('CHG-1, REC-5 · of %s: those that are taken when somebody is to be asked', async (_of, picker) => {
    if (picker?.type !== 'reference') throw new Error('It names no group.');
    const taken: string[] = [];
    for (const { id, name } of await db().group.findMany()) {
      const record = await aChange(w);
      const [asked] = await Promise.allSettled([change(w.ian, record, { state: 'assess', approvalGroupId: id })]);
      if (asked.status === 'fulfilled') taken.push(name);
    }
    const offered = await searchReferences(db(), w.ian, picker.target, '');
    expect(taken).toEqual(expect.arrayContaining(['An administrator', 'Change advisory board']));
    expect(offered.map(({ label }) => label)).toEqual(taken.toSorted());
  });
});
