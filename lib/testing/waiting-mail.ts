import { v4 as uuid } from 'uuid';
import { db } from '#lib/platform/db.ts';

/** Creates an email in review, or one that a user filed or discarded, with or without a case; returns its id. */
export async function aWaitingMail(
  taskId: string | null,
  outcome: 'waits_for_review' | 'filed' | 'discarded' = 'waits_for_review',
): Promise<string> {
  const came = {
    source: 'smtp',
    receivedAt: new Date(),
    fromAddress: 'sam@elsewhere.test',
    raw: Buffer.from('From: sam@elsewhere.test\r\n\r\nHello\r\n'),
  } as const;
  const someone =
    outcome === 'waits_for_review' ? null : await db().user.findFirstOrThrow({ where: { kind: 'internal' } });
  const fate = {
    outcome,
    reason: 'The sender is unknown.',
    ...(someone ? { reviewedById: someone.id, reviewedAt: new Date() } : {}),
  };
  return (await db().incomingMail.create({ data: { ...came, ...fate, messageId: `<${uuid()}@test>`, taskId } })).id;
}
