import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

type Cases = readonly Pick<RecordOf<'case'>, 'id'>[];

/** CASE-11 · Stops the clocks of solutions that customers have commented on; a stopped clock keeps its time. */
export async function stopClocks({ tx, at, preview }: CommandContext, cases: Cases): Promise<void> {
  if (preview) return;
  await tx.$executeRaw`
    update cases set answered_at = ${at}
    where id = any(${cases.map(({ id }) => id)}::uuid[]) and answered_at is null`;
}

/** CASE-11 · A newly proposed solution is unanswered, whatever happened to an earlier one. */
export async function startClocks({ tx, preview }: CommandContext, cases: Cases): Promise<void> {
  if (preview) return;
  await tx.$executeRaw`
    update cases set answered_at = null, waits_since = null
    where id = any(${cases.map(({ id }) => id)}::uuid[]) and (answered_at is not null or waits_since is not null)`;
}
