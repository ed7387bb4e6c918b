import { writeEntries } from '#lib/journal/write-entry.ts';
import { listed } from '#lib/platform/listed.ts';
import { type CommandContext, recordChanged } from '#lib/task/command-context.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { TakenRun } from './take-run.ts';

/** Numbers that the note names before it counts the others. */
const NAMED = 50;

type Source = { id: string; kind: TaskKind; number: string };

/** NOT-2, NOT-9 · The record gets a work note of who was told what since the last one: one, unless the run was stopped in between. */
export async function noteTold(context: CommandContext, { id, sourceId, text, senderId }: TakenRun): Promise<void> {
  const { tx } = context;
  const [source] = await tx.$queryRaw<Source[]>`
    select id, kind::text as kind, number from tasks where id = ${sourceId}::uuid for no key update`;
  const told = await tx.$queryRaw<{ number: string }[]>`
    with noted as (update notify_cases set noted = true where run_id = ${id}::uuid and state = 'told' and not noted
                   returning case_id)
    select t.number from noted join tasks t on t.id = noted.case_id order by t.number`;
  if (source) recordChanged(context, source);
  if (told.length === 0) return;
  const note = noteOf(
    told.map(({ number }) => number),
    text,
  );
  await writeEntries(context, [{ taskId: sourceId, type: 'work_note', text: note, authorId: senderId }], [sourceId]);
}

/** NOT-3 · Everybody was told: the run is done. */
export async function endRun(context: CommandContext, run: TakenRun): Promise<void> {
  await noteTold(context, run);
  await context.tx.notifyRun.update({ where: { id: run.id }, data: { state: 'done', finishedAt: context.at } });
}

/** "Notified 2 customers (CS0001001, CS0001002): TEXT" */
function noteOf(numbers: readonly string[], text: string): string {
  const named = listed(numbers.slice(0, NAMED), numbers.length);
  return `Notified ${numbers.length === 1 ? '1 customer' : `${numbers.length} customers`} (${named}): ${text}`;
}
