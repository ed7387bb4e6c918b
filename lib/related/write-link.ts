import type { Case } from '#lib/case/definition.ts';
import { writeRuleEntry } from '#lib/journal/write-entry.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { applyUpdate } from '#lib/task/apply-update.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { fieldValue } from '#lib/task/field-value.ts';
import { isSingle, type LinkName, links } from './link.ts';
import { numberInLink } from './queries/number-in-link.ts';
import { caseHas, caseHasNoneYet, requestHasNoCaseYet } from './rules/may-relate.ts';

/** Where the tie is kept: in the case's field, or for requests in the record's. */
const holder = (theCase: Case, record: TaskRecord, link: LinkName) => (links[link].many ? record : theCase);

/** REL-4, REL-8 · The place is free. */
export async function enforceFree(
  context: CommandContext,
  theCase: Case,
  record: TaskRecord,
  link: LinkName,
): Promise<void> {
  if (isSingle(link)) return enforce(caseHasNoneYet(theCase, link, await numberInLink(context.tx, theCase, link)));
  const caseId = fieldValue(record, 'caseId');
  const present = caseId ? await context.tx.task.findUniqueOrThrow({ where: { id: String(caseId) } }) : null;
  enforce(requestHasNoCaseYet(record, present?.number ?? null));
}

/** REL-12 · The two are tied now. */
export function enforceLinked(theCase: Case, record: TaskRecord, link: LinkName): void {
  const other = links[link].many ? theCase.id : record.id;
  const linked = fieldValue(holder(theCase, record, link), links[link].field) === other;
  enforce(caseHas(theCase, link, linked ? record.number : null, record.number));
}

/** Ties or unties case and record; history, version and announcement come with it. */
export async function setLink(
  context: CommandContext,
  theCase: Case,
  record: TaskRecord,
  link: LinkName,
  linked: boolean,
): Promise<void> {
  const kept = holder(theCase, record, link);
  const other = links[link].many ? theCase.id : record.id;
  const proposed = Object.assign({ ...kept }, { [links[link].field]: linked ? other : null });
  await applyUpdate(context, kept, proposed, {}, { link: true });
  context.changedRecords.set(theCase.id, { kind: 'case', number: theCase.number });
}

/** REL-5, REL-11 · Both journals say what happened to the link. */
export async function noteInBoth(
  context: CommandContext,
  theCase: Case,
  record: TaskRecord,
  said: { rule: string; inCase: string; inRecord: string },
): Promise<void> {
  const { rule, inCase, inRecord } = said;
  const note = (taskId: string, text: string, sourceTaskId: string) =>
    writeRuleEntry(context, { taskId, type: 'work_note', text, lines: [{ rule, line: text }], sourceTaskId });
  await note(theCase.id, inCase, record.id);
  await note(record.id, inRecord, theCase.id);
  context.changedRecords.set(record.id, { kind: record.kind, number: record.number });
}
