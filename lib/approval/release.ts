import { mayAnswerSql } from '#lib/access/answers-approval.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { enqueueAll } from '#lib/queue/enqueue.ts';

/**
 * CHG-1, REQ-1 · Queues jobs that withdraw the requests to a user who left or may no longer approve, so that each record
 * continues without them. Call it after a user's roles or activation change.
 */
export async function releaseApprovals(tx: Db, userId: string): Promise<void> {
  const asking = await tx.$queryRaw<{ number: string }[]>`
    select t.number from approvals a join tasks t on t.id = a.task_id join users u on u.id = a.approver_id
    where a.approver_id = ${userId}::uuid and a.answer = 'requested' and not (u.active and ${mayAnswerSql(Prisma.sql`a.task_id`)})`;
  if (asking.length === 0) return;
  const payloads = asking.map(({ number }) => ({ number, approverId: userId }));
  await enqueueAll(tx, 'release-approver', payloads);
}
