import { mayAnswerSql } from '#lib/access/answers-approval.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** CHG-2, REQ-2 · Withdraws the open approvals of cancelled records. */
export async function withdrawApprovals(context: CommandContext, records: readonly { id: string }[]): Promise<void> {
  if (context.preview) return;
  const taskId = { in: records.map(({ id }) => id) };
  await context.tx.approval.updateMany({ where: { taskId, answer: 'requested' }, data: { answer: 'not_needed' } });
}

/** CHG-1, REQ-1 · Withdraws the approval of a user who may no longer approve; returns its round, or null if none was open. */
export async function withdrawWhereMayNotApprove(
  { tx }: CommandContext,
  record: { id: string },
  approverId: string,
): Promise<number | null> {
  const [withdrawn] = await tx.$queryRaw<{ round: number }[]>`
    update approvals a set answer = 'not_needed' from users u
    where u.id = a.approver_id and a.task_id = ${record.id}::uuid and a.approver_id = ${approverId}::uuid
      and a.answer = 'requested' and not (u.active and ${mayAnswerSql(Prisma.sql`a.task_id`)})
    returning a.round`;
  return withdrawn?.round ?? null;
}
