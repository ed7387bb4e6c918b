import type { Case } from '#lib/kinds/case/definition.ts';
import { insertMails } from '#lib/mail-out/insert-mails.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import { Prisma } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { ChildCaseRun } from './child-case-run.ts';

/** MAJ-5, MAIL-12 · Emails the comment to these cases' customers; the caller passes cases with *Active Communication*. */
export async function mailCustomers(
  { tx, at, cause }: CommandContext,
  { comment }: ChildCaseRun,
  cases: readonly Case[],
): Promise<void> {
  if (cases.length === 0) return;
  const written = Prisma.sql`
    select t.id as task_id, 'comment for the customer' as event, u.id as recipient_id, coalesce(u.email, '') as address,
           t.number || ' ' || t.short_description as subject, ${comment} as body, '{}'::jsonb as facts, true as answerable,
           ${unreachableBecause} as reason
    from tasks t join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    where t.id = any(${cases.map(({ id }) => id)}::uuid[])`;
  await tx.$executeRaw`${insertMails(written, { causeId: cause?.id, at })}`;
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
}
