import type { CommandContext } from '#lib/write/command-context.ts';

/** SYNC-7 · Emails of a cascade about these cases that nobody has tried to send yet stay here. What is under way, or has left, is not called back. */
export async function suppressMails(
  { tx }: CommandContext,
  causeId: string,
  caseIds: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update mails set status = 'suppressed', next_try_at = null, reason = 'the resolution was undone'
    where cause_id = ${causeId}::uuid and task_id = any(${[...caseIds]}::uuid[]) and status = 'queued' and tries = 0`;
}
