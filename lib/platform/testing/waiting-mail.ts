import { v4 as uuid } from 'uuid';
import { db } from '../db.ts';

/** An email that waits for review, about a case or none; its id. */
export async function aWaitingMail(taskId: string | null): Promise<string> {
  const came = {
    source: 'smtp',
    receivedAt: new Date(),
    raw: Buffer.from('From: sam@elsewhere.test\r\n\r\nHello\r\n'),
  } as const;
  const waits = { outcome: 'waits_for_review', reason: 'The sender is unknown.' } as const;
  return (await db().incomingMail.create({ data: { ...came, ...waits, messageId: `<${uuid()}@test>`, taskId } })).id;
}
