import { expect, test } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { aCase, anIncident, fresh, world } from '#lib/testing/world.ts';
import { commandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { associate } from './associate.ts';

const w = await world();

/** How many connections wait for a lock. */
async function waiting(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}

/** Whether both rows of a case can be locked, as commands do. */
async function isFree({ id }: { id: string }): Promise<boolean> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select t.id from tasks t join cases c using (id) where t.id = ${id}::uuid for no key update of t, c skip locked`;
  return rows.length === 1;
}

test('SYNC-000 · a command that waits for the related record holds no lock of the case yet', async () => {
  const [theCase, incident] = [await aCase(w), await anIncident(w)];
  const { associating, free } = await transaction(async (tx) => {
    await lockRecord(await commandContext(tx, w.ian, 'test'), 'incident', incident.number);
    const begun = associate(w.ava, { caseNumber: theCase.number, link: 'incident', number: incident.number });
    await expect.poll(waiting).toBe(1);
    // Not awaited here: it ends only after this transaction.
    return { associating: [begun], free: await isFree(theCase) };
  });
  await Promise.all(associating);
  expect(free).toBe(true);
  expect((await fresh(theCase)).incidentId).toBe(incident.id);
});
