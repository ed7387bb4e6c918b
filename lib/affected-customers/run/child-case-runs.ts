import type { RunKind } from '#lib/run/run-kind.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { writeEntries } from '#lib/write/write-entry.ts';
import { type Made, madeMessage } from '../rules/messages.ts';
import { type ChildCaseRun, childCaseTable, lockChildCaseRun } from './child-case-run.ts';
import { makeChildren } from './make-children.ts';

/** MAJ-5 · Child cases from a list. A customer has the complete case, or none yet. */
export const childCaseRuns: RunKind<ChildCaseRun> = {
  ...childCaseTable,
  failure: 'Child cases could not be created',
  lock: lockChildCaseRun,
  step: makeChildren,
  end: noteMade,
};

/** MAJ-5 · Writes the result of a run into the journal of the major case. */
async function noteMade(context: CommandContext, { id, of, major }: ChildCaseRun): Promise<void> {
  const [made] = await context.tx.$queryRaw<(Made & { firstId: string | null })[]>`
    select (select case_id from recipients where run_id = ${id}::uuid and state = 'made' order by id limit 1) as "firstId",
      (select count(*)::int from recipients where run_id = ${id}::uuid and state = 'made') as made,
      (select count(*)::int from recipients where run_id = ${id}::uuid and state = 'had') as had,
      (select count(*)::int from recipients where run_id = ${id}::uuid and state = 'left_out') as "leftOut"`;
  const line = madeMessage(made ?? { made: 0, had: 0, leftOut: 0 }, of);
  const why = made?.firstId ? { lines: [{ rule: 'MAJ-5', line }], sourceTaskId: made.firstId } : {};
  await writeEntries(context, [{ taskId: major.id, type: 'work_note', text: line, authorId: null, ...why }]);
  recordChanged(context, major);
}
