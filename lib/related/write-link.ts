import { mayReadTask } from '#lib/access/readable.ts';
import type { Case } from '#lib/case/definition.ts';
import { type NewEntry, writeEntries } from '#lib/journal/write-entry.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { type CommandContext, recordChanged } from '#lib/task/command-context.ts';
import { type CreateOptions, createRecord } from '#lib/task/create-records.ts';
import { fieldValue } from '#lib/task/field-value.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { updateRecord } from '#lib/task/write-updates.ts';
import { isAssociable, isSingle, type LinkName, links } from './link.ts';
import { numberInLink } from './queries/number-in-link.ts';
import { caseHas, caseHasNoneYet, hasNoCaseYet } from './rules/may-relate.ts';

/** What the link is kept in, and what stands there now: the case's field, or of many the record's. */
function present(theCase: Case, record: TaskRecord, link: LinkName): string | null {
  const value = isSingle(link) ? theCase[links[link].field] : fieldValue(record, links[link].field);
  return value === null ? null : String(value);
}

async function caseAsSeen({ tx, actor }: CommandContext, id: string): Promise<{ number: string; readable: boolean }> {
  const { number } = await tx.task.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return { number, readable: await mayReadTask(tx, actor, id) };
}

/** REL-4, REL-8 · The place is free. */
export async function enforceFree(
  context: CommandContext,
  theCase: Case,
  record: TaskRecord,
  link: LinkName,
): Promise<void> {
  if (isSingle(link)) return enforce(caseHasNoneYet(theCase, link, await numberInLink(context.tx, theCase, link)));
  const id = present(theCase, record, link);
  enforce(hasNoCaseYet(record, id ? await caseAsSeen(context, id) : null));
}

/** REL-12 · The two are linked now. */
export function enforceLinked(theCase: Case, record: TaskRecord, link: LinkName): void {
  const linked = present(theCase, record, link) === (isSingle(link) ? record.id : theCase.id);
  enforce(caseHas(theCase, link, linked ? record.number : null, record.number));
}

/** Links case and record, or takes the link away; history, version and announcement come with it. */
export async function setLink(
  context: CommandContext,
  theCase: Case,
  record: TaskRecord,
  link: LinkName,
  linked: boolean,
): Promise<void> {
  if (isSingle(link)) {
    const proposed = { ...theCase, [links[link].field]: linked ? record.id : null };
    await updateRecord(context, 'case', theCase, proposed, {}, { link: true });
  } else {
    const proposed = { ...record, [links[link].field]: linked ? theCase.id : null };
    await updateRecord(context, record.kind, record, proposed, {}, { link: true });
  }
  recordChanged(context, theCase);
}

/** REL-5 · Makes a record that the case has by the link, and says so in both journals. Values are checked by the caller. */
export async function createLinked(
  context: CommandContext,
  theCase: Case,
  link: LinkName,
  values: Readonly<Record<string, unknown>>,
  options: CreateOptions = {},
): Promise<TaskRecord> {
  const { kind, noun, field } = links[link];
  const ofCase = isSingle(link) ? {} : { [field]: theCase.id };
  const record = await createRecord(context, kind, { ...values, ...ofCase }, options);
  if (isSingle(link)) await setLink(context, theCase, record, link, true);
  else recordChanged(context, theCase);
  // What is only created is told by its rule, which can be switched off.
  const inCase = isAssociable(link) ? `${noun} ${record.number} created from this case.` : null;
  const inRecord = `Created from case ${theCase.number}.`;
  await noteInBoth(context, theCase, record, { rule: 'REL-5', inCase, inRecord });
  return record;
}

/** REL-5, REL-11 · Both journals say what happened to the link; that of the case only where a rule does not. */
export async function noteInBoth(
  context: CommandContext,
  theCase: Case,
  record: TaskRecord,
  { rule, inCase, inRecord }: { rule: string; inCase: string | null; inRecord: string },
): Promise<void> {
  const note = (taskId: string, line: string, sourceTaskId: string): NewEntry => {
    return { taskId, type: 'work_note', text: line, authorId: null, lines: [{ rule, line }], sourceTaskId };
  };
  const entries = [note(record.id, inRecord, theCase.id)];
  await writeEntries(context, inCase === null ? entries : [note(theCase.id, inCase, record.id), ...entries]);
  recordChanged(context, record);
}
