import { v7 as uuid } from 'uuid';
import { db } from '#lib/platform/db.ts';

/** SYNC-6 · An update of a record with so many emails, each in this state. Answers its id in the ledger. */
export async function anUpdateWithMails(
  taskId: string,
  statuses: readonly ('sent' | 'queued' | 'failed' | 'suppressed')[],
): Promise<string> {
  const at = new Date();
  const { id: causeId } = await db().cause.create({ data: { at, taskId, command: 'test' } });
  const mails = statuses.map((status) => {
    const id = uuid();
    const words = { event: `test ${id}`, subject: 'Your line', body: '', messageId: `<${id}@test>` };
    const fate = {
      sent: { sentAt: at },
      queued: { nextTryAt: at },
      failed: { lastError: 'Nobody answered.' },
      suppressed: { reason: 'recipient is no longer active' },
    }[status];
    return { id, ...words, ...fate, address: `${id}@example.test`, status, causeId, taskId, createdAt: at };
  });
  await db().mail.createMany({ data: mails });
  const updateId = uuid();
  await db().ledgerUpdate.create({ data: { id: updateId, causeId, sourceId: taskId, at } });
  await db().ledgerRow.create({ data: { updateId, rule: 'SYNC-INC-1', outcome: 'written', records: 1 } });
  return updateId;
}
