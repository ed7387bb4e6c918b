import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** Unsent: before its first try, before a retry, or failed. Excludes emails whose first try is in progress. */
export const isUnsent = Prisma.sql`(m.status = 'failed' or m.status = 'queued' and (m.tries = 0 or m.last_error <> ''))`;

/** SYNC-7 · Cancels unsent emails of a cascade about these cases. Sent emails cannot be recalled. */
export async function suppressMails(
  { tx }: CommandContext,
  causeId: string,
  caseIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update mails m set status = 'suppressed', next_try_at = null, reason = 'the resolution was undone'
    where cause_id = ${causeId}::uuid and task_id = any(${[...caseIds]}::uuid[]) and ${isUnsent}`;
}
