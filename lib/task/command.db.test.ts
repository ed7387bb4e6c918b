import { once } from 'node:events';
import pg from 'pg';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { CHANNEL } from '#lib/live/message.ts';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { aCaseWithIncident, anotherCaseOf, type World, world } from '#lib/platform/testing/world.ts';
import { addEntry } from './commands/add-entry.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterEach(() => vi.restoreAllMocks());

it('SYNC-0, MAIL-10 · word to open pages goes out with the mails, also where nobody is left to be asked about', async () => {
  const { theCase } = await aCaseWithIncident(w);
  const listener = new pg.Client({ connectionString: databaseUrl() });
  await listener.connect();
  try {
    await listener.query(`listen ${CHANNEL}`);
    const heard = once(listener, 'notification');
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'We are on it.' });
    expect(await db().mail.count({ where: { taskId: theCase.id, recipientId: w.cora.id } })).toBeGreaterThan(0);
    const [message] = (await heard) as [pg.Notification];
    expect(message.payload).toContain(theCase.id);
  } finally {
    await listener.end();
  }
});

it('SYNC-0 · a comment on an incident asks the database seven times, however many cases hear of it', async () => {
  const { incident } = await aCaseWithIncident(w);
  const comment = async () => {
    const asked = vi.spyOn(pg.Client.prototype, 'query');
    const entry = { kind: 'incident', number: incident.number, type: 'comment', text: 'The part is here.' } as const;
    const { updatedCount } = await addEntry(w.ian, entry);
    const times = asked.mock.calls.length;
    asked.mockRestore();
    return { updatedCount, times };
  };
  // Begin, settings, lock, entry with its time, notes of the cases, cause with mails and announcement, commit.
  expect(await comment()).toEqual({ updatedCount: 1, times: 7 });
  for (let n = 0; n < 4; n++) await anotherCaseOf(w, incident);
  expect(await comment()).toEqual({ updatedCount: 5, times: 7 });
});
