import { mayReadTask } from '#lib/access/readable.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { fieldValue } from '#lib/record/field-value.ts';
import { isAssociable, isSingle, type LinkName, links, type SingleLinkName } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { type CommandContext, recordChanged } from '#lib/write/command-context.ts';
import { type CreateOptions, createRecord } from '#lib/write/create-records.ts';
import { type NewEntry, writeEntries } from '#lib/write/write-entry.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { numberInLink } from './queries/number-in-link.ts';
import { fieldIsFree, hasIt, hasNoCaseYet } from './rules/has-room.ts';
import { recordIn, type Source } from './source.ts';

/** The current value of a link: in the case or incident, or in the record if a source can have many. */
function present(source: Source, record: TaskRecord, link: LinkName): string | null {
  const value = isSingle(link) ? recordIn(source, link) : fieldValue(record, links[link].field);
  return value === null ? null : String(value);
}

async function caseAsSeen({ tx, actor }: CommandContext, id: string): Promise<{ number: string; readable: boolean }> {
  const { number } = await tx.task.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return { number, readable: await mayReadTask(tx, actor, id) };
}

/** REL-4, REL-8 · Refuses a second record or a second case. */
export async function enforceFree(
  context: CommandContext,
  source: Source,
  record: TaskRecord,
  link: LinkName,
): Promise<void> {
  if (isSingle(link)) return enforce(fieldIsFree(source, link, await numberInLink(context.tx, source, link)));
  const id = present(source, record, link);
  enforce(hasNoCaseYet(record, id ? await caseAsSeen(context, id) : null));
}

/** REL-12 · Refuses if the two are not linked. */
export function enforceLinked(source: Source, record: TaskRecord, link: LinkName): void {
  const linked = present(source, record, link) === (isSingle(link) ? record.id : source.id);
  enforce(hasIt(source, link, linked ? record.number : null, record.number));
}

/** Sets a link's field in the case or incident. */
async function setField(context: CommandContext, source: Source, link: SingleLinkName, id: string | null) {
  const { field } = links[link];
  if (source.kind === 'case')
    await updateRecord(context, 'case', source, { ...source, [field]: id }, {}, { link: true });
  else await updateRecord(context, 'incident', source, { ...source, [field]: id }, {}, { link: true });
}

/** Links or unlinks a record and its case or incident; writes history and version and publishes the change. */
export async function setLink(
  context: CommandContext,
  source: Source,
  record: TaskRecord,
  link: LinkName,
  linked: boolean,
): Promise<void> {
  if (isSingle(link)) await setField(context, source, link, linked ? record.id : null);
  else {
    const proposed = { ...record, [links[link].field]: linked ? source.id : null };
    await updateRecord(context, record.kind, record, proposed, {}, { link: true });
  }
  recordChanged(context, source);
}

/** REL-5 · Creates a record, links it to the case or incident, and notes it in both journals. The caller checks the values. */
export async function createLinked(
  context: CommandContext,
  source: Source,
  link: LinkName,
  values: Readonly<Record<string, unknown>>,
  options: CreateOptions = {},
): Promise<TaskRecord> {
  const { kind, noun, field } = links[link];
  const ofCase = isSingle(link) ? {} : { [field]: source.id };
  const record = await createRecord(context, kind, { ...values, ...ofCase }, options);
  if (isSingle(link)) await setLink(context, source, record, link, true);
  else recordChanged(context, source);
  // For create-only records a rule writes this note, and the rule can be switched off.
  const inSource = isAssociable(link) ? `${noun} ${record.number} created from this ${source.kind}.` : null;
  const inRecord = `Created from ${source.kind} ${source.number}.`;
  await noteInBoth(context, source, record, { rule: 'REL-5', inSource, inRecord });
  return record;
}

/** REL-5, REL-11 · Notes a link's change in both journals; in the source's journal only if no rule does. */
export async function noteInBoth(
  context: CommandContext,
  source: Source,
  record: TaskRecord,
  { rule, inSource, inRecord }: { rule: string; inSource: string | null; inRecord: string },
): Promise<void> {
  const note = (taskId: string, line: string, sourceTaskId: string): NewEntry => {
    return { taskId, type: 'work_note', text: line, authorId: null, lines: [{ rule, line }], sourceTaskId };
  };
  const entries = [note(record.id, inRecord, source.id)];
  await writeEntries(context, inSource === null ? entries : [note(source.id, inSource, record.id), ...entries]);
  recordChanged(context, record);
}
