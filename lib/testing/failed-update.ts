import { v7 as uuid } from 'uuid';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';

/** SYNC-6 · An update with one email per given state; the first ones go to these people. Returns its ledger id. */
export async function anUpdateWithMails(
  taskId: string,
  statuses: readonly ('sent' | 'queued' | 'failed' | 'suppressed')[],
  recipientIds: readonly string[] = [],
): Promise<string> {
  const at = now();
  const { id: causeId } = await db().cause.create({ data: { at, taskId, command: 'test' } });
  const mails = statuses.map((status, n) => {
    const id = uuid();
    const words = { event: `test ${id}`, subject: 'Your line', body: '', messageId: `<${id}@test>` };
    const fate = {
      sent: { sentAt: at },
      queued: { nextTryAt: at },
      failed: { lastError: 'Nobody answered.' },
      suppressed: { reason: 'recipient is no longer active' },
    }[status];
    const to = { address: `${id}@example.test`, recipientId: recipientIds[n] ?? null };
    return { id, ...words, ...fate, ...to, status, causeId, taskId, createdAt: at };
  });
  await db().mail.createMany({ data: mails });
  const updateId = uuid();
  await db().ledgerUpdate.create({ data: { id: updateId, causeId, sourceId: taskId, at } });
  await db().ledgerRow.create({ data: { updateId, rule: 'SYNC-INC-1', outcome: 'written', records: 1 } });
  return updateId;
}

/** SYNC-6 · An update of another record with the same cause. Returns its id. */
export async function anUpdateThatFollowed(updateId: string, sourceId: string): Promise<string> {
  const { causeId, at } = await db().ledgerUpdate.findUniqueOrThrow({ where: { id: updateId } });
  const id = uuid();
  await db().ledgerUpdate.create({ data: { id, causeId, sourceId, at } });
  await db().ledgerRow.create({ data: { updateId: id, rule: 'SYNC-MAJ-3', outcome: 'written', records: 1 } });
  return id;
}
