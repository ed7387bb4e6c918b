import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** Not sent: it waits for its first try, for another one, or has failed. What is under way for the first time is not. */
export const isUnsent = Prisma.sql`(m.status = 'failed' or m.status = 'queued' and (m.tries = 0 or m.last_error <> ''))`;

/** SYNC-7 · Emails of a cascade about these cases that have not been sent are not sent any more. What has left is not called back. */
export async function suppressMails(
  { tx }: CommandContext,
  causeId: string,
  caseIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update mails m set status = 'suppressed', next_try_at = null, reason = 'the resolution was undone'
    where cause_id = ${causeId}::uuid and task_id = any(${[...caseIds]}::uuid[]) and ${isUnsent}`;
}
