import type { Case } from '#lib/kinds/case/definition.ts';
import { type CommandContext, ensureCause } from '#lib/write/command-context.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { type NewEntry, writeEntries } from '#lib/write/write-entry.ts';
import { recordsOf } from './lock-candidate.ts';

/** The fields that a major case copies from its candidate: the issue, not the customer. */
const copied = [
  'shortDescription',
  'description',
  'priority',
  'impact',
  'urgency',
  'businessImpact',
  'productId',
  'configurationItemId',
  'assignmentGroupId',
  'incidentId',
  'problemId',
  'changeId',
  'causedByChangeId',
] as const satisfies readonly (keyof Case)[];

/** MAJ-2 · Creates the major case for a candidate that has a customer, with its related records. */
export async function majorCaseOf(context: CommandContext, candidate: Case): Promise<Case> {
  ensureCause(context, candidate.id);
  const values = Object.fromEntries(copied.map((name) => [name, candidate[name]])) as Pick<
    Case,
    (typeof copied)[number]
  >;
  const major = await createRecord(context, 'case', {
    ...values,
    channel: 'proactive',
    proactive: true,
    majorCaseState: 'accepted',
  });
  const line = 'Created from a candidate, which is its first child case.';
  const inRecord = `Case ${major.number} associated.`;
  await writeEntries(context, [
    ...recordsOf(candidate).map(
      (taskId): NewEntry => ({
        taskId,
        type: 'work_note',
        text: inRecord,
        authorId: null,
        lines: [{ rule: 'REL-11', line: inRecord }],
        sourceTaskId: major.id,
      }),
    ),
    {
      taskId: major.id,
      type: 'work_note',
      text: line,
      authorId: null,
      lines: [{ rule: 'MAJ-2', line }],
      sourceTaskId: candidate.id,
    },
  ]);
  return major;
}
