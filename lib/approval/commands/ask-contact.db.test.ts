import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { portalApprovals } from '#lib/portal/queries/portal-approvals.ts';
import { aCaseOf, aChange, answer, approvalBoard, type Board, planned } from '#lib/testing/itsm.ts';
import { change, fresh, notesOf, world } from '#lib/testing/world.ts';
import { affectedContacts } from '../queries/affected-contacts.ts';
import { askContact } from './ask-contact.ts';

const w = await world();
let board: Board;
let email: string;
beforeAll(async () => {
  board = await approvalBoard();
  email = await addressOf(w.cora);
});

const addressOf = async ({ id }: { id: string }) => (await db().user.findUniqueOrThrow({ where: { id } })).email ?? '';

/** A change linked to Cora's case, waiting for its board. */
async function waiting() {
  const made = await aChange(w, { ...planned, approvalGroupId: board.id });
  await aCaseOf(w, 'change', made);
  await change(w.ian, await fresh(made), { state: 'assess' });
  return fresh(made);
}

/** Who received an approval email. */
async function mailed({ id }: { id: string }): Promise<string[]> {
  const mails = await db().mail.findMany({ where: { taskId: id, event: 'approval asked' } });
  return mails.map(({ recipientId }) => recipientId ?? '').sort();
}

describe('a contact who approves a change', () => {
  it('POR-7 · finds the approval in the portal and gets one email', async () => {
    const asking = await waiting();
    const before = await mailed(asking);
    expect((await askContact(w.mia, { number: asking.number, email: email.toUpperCase() })).value).toBe(w.cora.name);
    expect((await portalApprovals(w.cora)).map(({ about, title }) => [about, title])).toContainEqual([
      'change',
      asking.shortDescription,
    ]);
    expect(await mailed(asking)).toEqual([...before, w.cora.id].sort());
    expect(await notesOf(asking)).toContain(`Asked ${w.cora.name} for approval.`);
  });

  it('POR-7 · rejects it with a reason, which sends it back', async () => {
    const asking = await waiting();
    await askContact(w.mia, { number: asking.number, email });
    await expect(answer(w.cora, asking, ' ')).rejects.toMatchObject({ rule: 'CHG-1', field: 'reason' });
    await answer(w.cora, asking, 'Not on a Monday.');
    expect(await fresh(asking)).toMatchObject({ state: 'new', approval: 'rejected' });
    expect(await notesOf(asking)).toContain(`Rejected by ${w.cora.name}: Not on a Monday.`);
  });

  it('POR-7 · approves it, and the approvers are needed all the same', async () => {
    const asking = await waiting();
    await askContact(w.mia, { number: asking.number, email });
    await answer(w.cora, asking);
    expect(await fresh(asking)).toMatchObject({ state: 'assess', approval: 'requested' });
    await answer(board.arno, asking);
    expect(await fresh(asking)).toMatchObject({ approval: 'approved' });
  });

  it('POR-7 · belongs to an affected account, and is asked only once, even by two users at once', async () => {
    const asking = await waiting();
    const { number } = asking;
    const refused = { rule: 'POR-7', field: 'email' };
    for (const other of [await addressOf(w.fiona), await addressOf(w.jane), 'nobody@example.test'])
      await expect(askContact(w.mia, { number, email: other })).rejects.toMatchObject(refused);
    const asked = await Promise.allSettled([1, 2].map(() => askContact(w.mia, { number, email })));
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set(['fulfilled', 'rejected']));
    expect(await db().approval.count({ where: { taskId: asking.id, approverId: w.cora.id } })).toBe(1);
  });

  it('POR-7 · is asked while the change waits, by users who work changes or link them to cases', async () => {
    const { id, number } = await aChange(w);
    await expect(askContact(w.mia, { number, email })).rejects.toMatchObject({ rule: 'POR-7' });
    await expect(askContact(board.arno, { number, email })).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(askContact(w.cora, { number, email })).rejects.toMatchObject({ rule: 'REL-16' });
    expect(await affectedContacts(board.arno, id)).toEqual([]);
  });

  it('POR-7 · is proposed with other contacts of the account, and with none of another account', async () => {
    const proposed = await affectedContacts(w.mia, (await waiting()).id);
    expect(proposed.map(({ account }) => account)).toContain('Boxeo');
    expect(new Set(proposed.map(({ account }) => account)).size).toBe(1);
    expect(proposed.map((contact) => contact.email)).toContain(email);
  });
});
