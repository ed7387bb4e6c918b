import { mayAnswerSql } from '#lib/access/answers-approval.ts';
import { Prisma } from '#lib/platform/db.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { rowLock } from '#lib/write/preview-state.ts';

/** ACC-4 · Refuses approvers who left or lost the role while this waited for the record's lock. */
export async function mayStillApprove(
  context: Pick<CommandContext, 'tx' | 'actor' | 'preview'>,
  taskId: string,
): Promise<Verdict> {
  const { tx, actor } = context;
  await tx.$queryRaw`select u.id from users u where u.id = ${actor.id}::uuid ${rowLock(context, Prisma.sql`for share`)}`;
  const still = await tx.$queryRaw<unknown[]>`
    select u.id from users u where u.id = ${actor.id}::uuid and u.active and ${mayAnswerSql(Prisma.sql`${taskId}::uuid`)}`;
  return still.length > 0 ? yes : no('ACC-6', 'Your roles do not allow you to approve.');
}
