import { once } from 'node:events';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CHANNEL } from '#lib/announce/message.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { actorOfUser } from '#lib/session/actors.ts';
import { waitsForLock } from '#lib/testing/locks.ts';
import { aCaseWithIncident, anIncident, anotherCaseOf, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { activationSetting } from '#lib/user/activation-setting.ts';
import { commandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { addEntry } from './commands/add-entry.ts';

const w = await world();
afterEach(() => vi.restoreAllMocks());

it('SYNC-0, MAIL-10 · open pages are notified together with the emails, even if no recipient is left', async () => {
  const { theCase } = await aCaseWithIncident(w);
  const listener = new pg.Client({ connectionString: databaseUrl() });
  await listener.connect();
  try {
    await listener.query(`listen ${CHANNEL}`);
    const notification = once(listener, 'notification');
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'We are on it.' });
    expect(await db().mail.count({ where: { taskId: theCase.id, recipientId: w.cora.id } })).toBeGreaterThan(0);
    const [message] = (await notification) as [pg.Notification];
    expect(message.payload).toContain(theCase.id);
  } finally {
    await listener.end();
  }
});

it('SYNC-0 · a comment on an incident needs seven statements for any number of cases', async () => {
  const { incident } = await aCaseWithIncident(w);
  const comment = async () => {
    const query = vi.spyOn(pg.Client.prototype, 'query');
    const entry = { kind: 'incident', number: incident.number, type: 'comment', text: 'The part is here.' } as const;
    const { updatedCount } = await addEntry(w.ian, entry);
    const times = query.mock.calls.length;
    query.mockRestore();
    return { updatedCount, times };
  };
  // Begin, settings, lock, entry with its time, notes of the cases, cause with emails and notifications, commit.
  expect(await comment()).toEqual({ updatedCount: 1, times: 7 });
  for (let n = 0; n < 4; n++) await anotherCaseOf(w, incident);
  expect(await comment()).toEqual({ updatedCount: 5, times: 7 });
});

describe('an actor while the command waits for its record', () => {
  const addNote = (actor: Actor, { number }: { number: string }) =>
    addEntry(actor, { kind: 'incident', number, type: 'work_note', text: 'Done by somebody who has left.' });

  it.each([
    ['is deactivated', (tx: Db, id: string) => tx.user.update({ where: { id }, data: { active: false } })],
    ['loses a role', (tx: Db, userId: string) => tx.userRole.deleteMany({ where: { userId } })],
    ['leaves a group', (tx: Db, userId: string) => tx.groupMember.deleteMany({ where: { userId } })],
  ])('ACC-4 · %s and writes nothing', async (what, leave) => {
    const incident = await anIncident(w);
    const { id } = await holderOf(`Lou Leaver who ${what}`, ['itil']);
    await db().groupMember.create({ data: { groupId: w.desk, userId: id } });
    const lou = await actorOfUser(db(), id);
    if (!lou) throw new Error('Lou cannot sign in.');
    const refusals: Promise<unknown>[] = [];
    await transaction(async (tx) => {
      await lockRecord(await commandContext(tx, w.mia, 'test'), 'incident', incident.number);
      refusals.push(expect(addNote(lou, incident)).rejects.toMatchObject({ rule: 'ACC-4' }));
      await expect.poll(waitsForLock).toBe(true);
      await leave(db(), id);
    });
    await Promise.all(refusals);
    expect(await notesOf(incident)).not.toContain('Done by somebody who has left.');
  });

  it('ACC-4 · is being deactivated and writes nothing', async () => {
    const incident = await anIncident(w);
    const lou = await holderOf('Lou Leaver at last', ['itil']);
    const refusals: Promise<unknown>[] = [];
    await transaction(async (tx) => {
      await changeSetting(tx, w.adam, activationSetting, { subject: lou.id, value: false });
      refusals.push(expect(addNote(lou, incident)).rejects.toMatchObject({ rule: 'ACC-4' }));
      await expect.poll(waitsForLock).toBe(true);
    });
    await Promise.all(refusals);
    expect(await notesOf(incident)).not.toContain('Done by somebody who has left.');
  });
});
