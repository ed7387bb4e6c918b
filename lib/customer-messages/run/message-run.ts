import { Prisma } from '#lib/platform/db.ts';
import type { LockedRun, RunTable } from '#lib/run/run-kind.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** A message to many customers, locked for one step. `answers`: NOT-8, it answers replies in its cases. */
export type MessageRun = LockedRun & { sourceId: string; text: string; senderId: string; answers: boolean };

export const messageTable: RunTable = { job: 'notify-customers', table: Prisma.sql`notify_runs` };

export async function lockMessage({ tx }: CommandContext, id: string): Promise<MessageRun | null> {
  const [run] = await tx.$queryRaw<MessageRun[]>`
    select id, source_id as "sourceId", text, sender_id as "senderId", answers, tries from notify_runs
    where id = ${id}::uuid and state = 'running' for no key update`;
  return run ?? null;
}
