import { mayAnswerSql } from '#lib/access/answers-approval.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** ACC-4 · Whoever has left, or lost the role, while this waited for the record no longer approves. */
export async function mayStillApprove(tx: Db, actor: Actor, taskId: string): Promise<Verdict> {
  await tx.$queryRaw`select u.id from users u where u.id = ${actor.id}::uuid for share`;
  const still = await tx.$queryRaw<unknown[]>`
    select u.id from users u where u.id = ${actor.id}::uuid and u.active and ${mayAnswerSql(Prisma.sql`${taskId}::uuid`)}`;
  return still.length > 0 ? yes : no('ACC-6', 'Your roles do not allow you to approve.');
}
