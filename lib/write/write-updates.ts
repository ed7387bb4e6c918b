import { definitionOf } from '#lib/kinds/definitions.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';
import type { JournalInput, UpdateContext } from '#lib/record/definition.ts';
import { speakerOf, type TaskEvent } from '#lib/record/event.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { asTaskRecord, type RecordOf } from '#lib/record/record.ts';
import { checkAssignees } from './check-assignees.ts';
import { type CommandContext, ensureCause, recordChanged } from './command-context.ts';
import { type Decision, decideUpdate } from './decide-update.ts';
import { writeHistory } from './history.ts';
import { entryHasWords, type Line, type NewEntry, writeEntries } from './write-entry.ts';
import { updateRecords } from './write-rows.ts';

/** The rules that write, their lines by entry, and the record and entry that triggered them. */
export type RuleOrigin = {
  rules: readonly string[];
  comments: readonly Line[];
  notes: readonly Line[];
  sourceTaskId: string;
  sourceEntryId: string | null;
  /** The original of a copied work note. */
  sourceNoteId?: string;
};

/** A decision to write. With `origin`, rules caused it and the system writes its entries. The flags: see TaskEvent. */
export type Update<K extends TaskKind> = Decision<K> & {
  origin?: RuleOrigin;
  isRestoredByUndo?: boolean;
  undoes?: boolean;
  refused?: string | undefined;
};

/** Whether an update adds text or changes a field. */
export function isSubstantial({ changed, journal }: Pick<Decision, 'changed' | 'journal'>): boolean {
  return changed.length > 0 || !isBlank(journal.comment) || !isBlank(journal.workNote);
}

/** An update's comment and work note as entries. */
export function newEntriesOf<K extends TaskKind>({ after, journal, origin }: Update<K>, actor: Actor): NewEntry[] {
  const entry = (type: NewEntry['type'], text: string | undefined, field: string): NewEntry[] => {
    if (!text || isBlank(text)) return [];
    // A copy may exceed the limit, because rules add text around the original.
    if (!origin) enforce(entryHasWords(text, field));
    if (!origin) return [{ taskId: after.id, type, text, authorId: actor.id }];
    const { sourceTaskId, sourceNoteId } = origin;
    const sourceEntryId = (type === 'work_note' && sourceNoteId) || origin.sourceEntryId;
    const lines = type === 'comment' ? origin.comments : origin.notes;
    return [{ taskId: after.id, type, text, authorId: null, lines, sourceTaskId, sourceEntryId }];
  };
  return [...entry('comment', journal.comment, 'comment'), ...entry('work_note', journal.workNote, 'workNote')];
}

/** Events in the order of writing: entries first, then changes. */
export function eventsOf<K extends TaskKind>(
  { before, after, changed, origin, isRestoredByUndo = false, undoes = false, refused }: Update<K>,
  entries: readonly (NewEntry & { id: string })[],
  actor: Actor,
): TaskEvent[] {
  const record = asTaskRecord(after);
  const entryEvents = entries.map(({ id: entryId, type, text, lines }): TaskEvent => {
    const entry = { record, entryId, text, ...(lines ? { rules: lines.map(({ rule }) => rule) } : {}) };
    return type === 'comment'
      ? { type: 'commented', ...entry, by: speakerOf(origin ? system : actor) }
      : { type: 'noted', ...entry };
  });
  if (changed.length === 0) return entryEvents;
  const rules = origin && { rules: origin.rules };
  const change = {
    before: asTaskRecord(before),
    record,
    changed: new Set(changed),
    isRestoredByUndo,
    undoes,
    refused,
  };
  return [...entryEvents, { type: 'updated', ...change, ...rules }];
}

/**
 * The only way to change records: writes entries, rows, history and events of any number of decided updates of a kind, in a
 * fixed number of statements. The caller has locked the records and enforced the verdicts. Returns the updated records.
 * Refused: REC-5 an assignee who cannot work the record.
 */
export async function writeUpdates<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  updates: readonly Update<K>[],
): Promise<RecordOf<K>[]> {
  const prepared = updates
    .filter(isSubstantial)
    .map((update) => ({ update, entries: newEntriesOf(update, context.actor) }));
  const [first] = prepared;
  if (!first) return updates.map(({ after }) => after);
  await checkAssignees(
    context.tx,
    prepared.map(({ update }) => update),
  );
  ensureCause(context, first.update.after.id);
  // Entries before the state: a case that is closing still accepts them (CASE-5).
  const ids = await writeEntries(
    context,
    prepared.flatMap(({ entries }) => entries),
    prepared.filter(({ update }) => update.changed.length === 0 && !update.origin).map(({ update }) => update.after.id),
    prepared.filter(({ update }) => update.changed.length > 0).map(({ update }) => update.after.id),
  );
  const written = prepared.map(({ update }) => ({ ...update, after: asWritten(context, update) }));
  const changed = written.filter((update) => update.changed.length > 0);
  await writeRows(context, kind, changed);
  let next = 0;
  for (const [index, update] of written.entries()) {
    recordChanged(context, update.after);
    const entries = (prepared[index]?.entries ?? []).map((entry) => ({ ...entry, id: ids[next++] ?? '' }));
    context.events.push(...eventsOf(update, entries, context.actor));
  }
  const writtenById = new Map(written.map(({ after }) => [after.id, after]));
  return updates.map(({ after }) => writtenById.get(after.id) ?? after);
}

/** Writes changed rows and history; a preview keeps them in memory instead. */
async function writeRows<K extends TaskKind>(context: CommandContext, kind: K, changed: readonly Update<K>[]) {
  const { preview, tx } = context;
  if (preview) {
    for (const { after } of changed) preview.records.set(after.id, after);
    return;
  }
  await updateRecords(tx, kind, changed);
  await writeHistory(context, kind, changed);
}

/**
 * SYNC-000 · A change raises the version. A user's entry counts as an update; a rule's entry alone does not. NTF-1: anything
 * that customers can see is an update for them, even if a rule wrote it.
 */
function asWritten<K extends TaskKind>({ at }: CommandContext, update: Update<K>): RecordOf<K> {
  const { before, after, changed, origin } = update;
  const written = isSeenByCustomers(update) ? { ...after, customerUpdatedAt: at } : after;
  if (changed.length > 0) return { ...written, version: before.version + 1, updatedAt: at };
  return origin ? written : { ...written, updatedAt: at };
}

/** NTF-1 · Whether an update adds or changes something that customers see. */
function isSeenByCustomers<K extends TaskKind>({ after, changed, journal }: Update<K>): boolean {
  if (!isBlank(journal.comment)) return true;
  const seen = definitionOf(after.kind).customersSee?.(after);
  return changed.some((field) => seen?.includes(field) ?? true);
}

/** The command's context for rules: actor, time, settings. */
export function updateContext(
  { actor, at, settings }: Pick<CommandContext, 'actor' | 'at' | 'settings'>,
  journal: JournalInput,
): UpdateContext {
  return { actor, at, settings, journal };
}

/** Decides and writes one locked record's update. Refused: what the kind's rules refuse. */
export async function updateRecord<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  before: RecordOf<K>,
  proposed: RecordOf<K>,
  journal: JournalInput = {},
  {
    refused,
    ...flags
  }: Pick<UpdateContext, 'followsParts' | 'byAction' | 'link' | 'answersFor'> & { refused?: string | undefined } = {},
): Promise<RecordOf<K>> {
  const decision = decideUpdate(kind, before, proposed, { ...updateContext(context, journal), ...flags });
  enforce(decision.verdict);
  const [after] = await writeUpdates(context, kind, [{ ...decision, refused }]);
  return after ?? before;
}
