import { mappedValues } from '#lib/field-mapping/mapped-values.ts';
import { mapDirections } from '#lib/field-mapping/mapping.ts';
import { withoutInternalNumbers } from '#lib/field-mapping/rules/without-internal-numbers.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { type CustomerSort, linkOfSource, type SourceKind } from '#lib/kinds/outage-source.ts';
import { links } from '#lib/record/link.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { checkValues } from '#lib/write/check-values.ts';
import { type CommandContext, ensureCause, recordChanged } from '#lib/write/command-context.ts';
import { createRecord, createRecords } from '#lib/write/create-records.ts';
import { type NewEntry, writeEntries } from '#lib/write/write-entry.ts';
import { customersOfRun } from './customers-of-run.ts';
import type { MajorCase } from './queries/run-of.ts';
import { generatedMessage } from './rules/generated-message.ts';
import type { RunPlan } from './rules/plan-run.ts';

/** The created cases, and the major case above them. */
export type Generated = { cases: Case[]; majorCase: MajorCase | null };

/** PRO-2 · Values of every case of the run: the mapped fields, and the link to the record. */
async function valuesOf(context: CommandContext, source: RecordOf<SourceKind>): Promise<Partial<Case>> {
  const mapped = await mappedValues(context.tx, source, 'case');
  const settable = (_field: unknown, name: string) => name in mapDirections.proactive_case.targetFields;
  const values = await checkValues(context, 'case', mapped, { settable, record: null });
  const shortDescription = withoutInternalNumbers(source.shortDescription);
  return { shortDescription, ...values, proactive: true, [links[linkOfSource[source.kind]].field]: source.id };
}

/** PRO-3 · One case per customer and record; the database refuses a second case. */
async function recordCustomers({ tx }: CommandContext, sourceId: string, cases: readonly Case[]): Promise<void> {
  const ids = (name: 'id' | 'accountId' | 'consumerId') => cases.map((each) => each[name]);
  await tx.$executeRaw`
    insert into proactive_cases (case_id, source_id, account_id, consumer_id)
    select id, ${sourceId}::uuid, account_id, consumer_id
    from unnest(${ids('id')}::uuid[], ${ids('accountId')}::uuid[], ${ids('consumerId')}::uuid[]) c(id, account_id, consumer_id)`;
}

/** PRO-1 · Writes one journal entry to each of the cases and to the record, which says where the cases come from. */
async function writeNotes(context: CommandContext, source: RecordOf<SourceKind>, { cases, majorCase }: Generated) {
  const note = (taskId: string, line: string, sourceTaskId: string): NewEntry => {
    return { taskId, type: 'work_note', text: line, authorId: null, lines: [{ rule: 'PRO-1', line }], sourceTaskId };
  };
  const made = [...(majorCase ? [majorCase] : []), ...cases];
  await writeEntries(context, [
    ...made.map(({ id }) => note(id, `Generated from ${source.number}.`, source.id)),
    note(source.id, generatedMessage({ cases, majorCase }), made[0]?.id ?? source.id),
  ]);
  for (const { id, number } of made) recordChanged(context, { id, kind: 'case', number });
  recordChanged(context, source);
}

/** PRO-1, PRO-2, PRO-8 · Creates the cases of a run, and the major case above them, in a fixed number of statements. */
export async function writeCases(
  context: CommandContext,
  source: RecordOf<SourceKind>,
  of: CustomerSort,
  { customers, many, majorCase: there }: RunPlan & { majorCase: MajorCase | null },
): Promise<Generated> {
  ensureCause(context, source.id);
  const values = await valuesOf(context, source);
  const majorCase =
    there ?? (many ? await createRecord(context, 'case', { ...values, majorCaseState: 'accepted' }) : null);
  const ids = customers.map(({ id }) => id);
  const ofCustomers = await customersOfRun(context, of, ids);
  const parentId = majorCase?.id ?? null;
  const cases = await createRecords(
    context,
    'case',
    ids.map((id) => ({ ...values, ...ofCustomers.get(id), parentId })),
  );
  await recordCustomers(context, source.id, cases);
  const generated = { cases, majorCase };
  await writeNotes(context, source, generated);
  return generated;
}
