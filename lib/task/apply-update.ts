import { entryHasWords, writeEntry } from '#lib/journal/write-entry.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { speakerOf } from '#lib/sync/event.ts';
import type { Circumstances, TaskRecord, Words } from './definition.ts';
import { definitions } from './definitions.ts';
import { changedFields } from './field-value.ts';
import { writeHistory } from './history.ts';
import { causeOf, type Run } from './run.ts';
import { splitRecord } from './split-record.ts';
import { stampedByState } from './stamps.ts';

/**
 * The one way in which a record changes: what follows from the wish, the rules, the words, the rows, history and the
 * events that others are told by. The record is locked by the caller. Returns it as it is afterwards.
 */
export async function applyUpdate(
  run: Run,
  before: TaskRecord,
  wished: TaskRecord,
  words: Words,
  more: Pick<Circumstances, 'followsItems' | 'link'> = {},
): Promise<TaskRecord> {
  const definition = definitions[before.kind];
  const circumstances = { ...more, actor: run.actor, words, settings: run.settings };
  const settled = definition.settle(before, wished, circumstances);
  const changed = changedFields(definition.fields, before, settled);
  const after = changed.length === 0 ? before : stampedByState(before, settled, run);
  enforce(definition.mayBecome(before, after, circumstances));
  await writeWords(run, after, words);
  return changed.length === 0 ? after : writeChange(run, before, after, changed);
}

/** INC-2 · Words that a rule brings may move the record as the customer's own would. The words are written already. */
export async function settleByWords(run: Run, record: TaskRecord, words: Words): Promise<void> {
  const definition = definitions[record.kind];
  const settled = definition.settle(record, record, { actor: run.actor, words, settings: run.settings });
  const changed = changedFields(definition.fields, record, settled);
  if (changed.length > 0) await writeChange(run, record, stampedByState(record, settled, run), changed);
}

async function writeChange(run: Run, before: TaskRecord, wished: TaskRecord, changed: string[]): Promise<TaskRecord> {
  const definition = definitions[before.kind];
  const after = { ...wished, version: before.version + 1, updatedAt: run.at };
  await causeOf(run, before.id);
  const { task, own } = splitRecord(after);
  const ownChanged = changed.some((name) => definition.fields[name]?.table === 'own');
  if (ownChanged) await definition.writeOwn(run.tx, before.id, own);
  const { id: _id, kind: _kind, number: _number, ...values } = task;
  await run.tx.task.updateMany({ where: { id: before.id }, data: values });
  await writeHistory(run, before, after, changed);
  run.touched.set(after.id, { kind: after.kind, number: after.number });
  run.events.push({ type: 'updated', before, record: after, changed: new Set(changed) });
  await definition.afterwards?.(run, before, after);
  return after;
}

/** Writes comment and work note, before the state: a case that closes takes its last words (CASE-5). */
async function writeWords(run: Run, record: TaskRecord, { comment, workNote }: Words): Promise<void> {
  if (comment?.trim()) {
    enforce(entryHasWords(comment, 'comment'));
    const entryId = await writeEntry(run, record.id, 'comment', comment);
    run.events.push({ type: 'commented', record, entryId, text: comment, by: speakerOf(run.actor) });
  }
  if (workNote?.trim()) {
    enforce(entryHasWords(workNote, 'workNote'));
    const entryId = await writeEntry(run, record.id, 'work_note', workNote);
    run.events.push({ type: 'noted', record, entryId, text: workNote });
  }
  if (!comment?.trim() && !workNote?.trim()) return;
  await run.tx.task.updateMany({ where: { id: record.id }, data: { updatedAt: run.at } });
  run.touched.set(record.id, { kind: record.kind, number: record.number });
}
