import { entryHasWords, writeEntry } from '#lib/journal/write-entry.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { speakerOf } from '#lib/sync/event.ts';
import { type CommandContext, ensureCause } from './command-context.ts';
import type { JournalInput, TaskRecord, UpdateContext } from './definition.ts';
import { definitions } from './definitions.ts';
import { changedFields } from './field-value.ts';
import { writeHistory } from './history.ts';
import { splitRecord } from './split-record.ts';
import { withStateTimestamps } from './state-timestamps.ts';

/**
 * The one way in which a record changes: what follows from the wish, the rules, the words, the rows, history and the
 * events that others are told by. The record is locked by the caller. Returns it as it is afterwards.
 */
export async function applyUpdate(
  context: CommandContext,
  before: TaskRecord,
  proposed: TaskRecord,
  words: JournalInput,
  more: Pick<UpdateContext, 'followsItems' | 'link'> = {},
): Promise<TaskRecord> {
  const definition = definitions[before.kind];
  const update = { ...more, actor: context.actor, words, settings: context.settings };
  const derived = definition.deriveFields(before, proposed, update);
  const changed = changedFields(definition.fields, before, derived);
  const after = changed.length === 0 ? before : withStateTimestamps(before, derived, context);
  enforce(definition.validateUpdate(before, after, update));
  await writeWords(context, after, words);
  return changed.length === 0 ? after : writeChange(context, before, after, changed);
}

/** INC-2 · JournalInput that a rule brings may move the record as the customer's own would. The words are written already. */
export async function deriveFromComment(
  context: CommandContext,
  record: TaskRecord,
  words: JournalInput,
): Promise<void> {
  const definition = definitions[record.kind];
  const derived = definition.deriveFields(record, record, { actor: context.actor, words, settings: context.settings });
  const changed = changedFields(definition.fields, record, derived);
  if (changed.length > 0) await writeChange(context, record, withStateTimestamps(record, derived, context), changed);
}

async function writeChange(
  context: CommandContext,
  before: TaskRecord,
  proposed: TaskRecord,
  changed: string[],
): Promise<TaskRecord> {
  const definition = definitions[before.kind];
  const after = { ...proposed, version: before.version + 1, updatedAt: context.at };
  await ensureCause(context, before.id);
  const { task, own } = splitRecord(after);
  const ownChanged = changed.some((name) => definition.fields[name]?.table === 'own');
  if (ownChanged) await definition.writeOwn(context.tx, before.id, own);
  const { id: _id, kind: _kind, number: _number, ...values } = task;
  await context.tx.task.updateMany({ where: { id: before.id }, data: values });
  await writeHistory(context, before, after, changed);
  context.changedRecords.set(after.id, { kind: after.kind, number: after.number });
  context.events.push({ type: 'updated', before, record: after, changed: new Set(changed) });
  await definition.afterwards?.(context, before, after);
  return after;
}

/** Writes comment and work note, before the state: a case that closes takes its last words (CASE-5). */
async function writeWords(
  context: CommandContext,
  record: TaskRecord,
  { comment, workNote }: JournalInput,
): Promise<void> {
  if (comment?.trim()) {
    enforce(entryHasWords(comment, 'comment'));
    const entryId = await writeEntry(context, record.id, 'comment', comment);
    context.events.push({ type: 'commented', record, entryId, text: comment, by: speakerOf(context.actor) });
  }
  if (workNote?.trim()) {
    enforce(entryHasWords(workNote, 'workNote'));
    const entryId = await writeEntry(context, record.id, 'work_note', workNote);
    context.events.push({ type: 'noted', record, entryId, text: workNote });
  }
  if (!comment?.trim() && !workNote?.trim()) return;
  await context.tx.task.updateMany({ where: { id: record.id }, data: { updatedAt: context.at } });
  context.changedRecords.set(record.id, { kind: record.kind, number: record.number });
}
