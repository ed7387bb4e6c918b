import { mayComment } from '#lib/access/own-records.ts';
import { may, mayWork } from '#lib/access/policy.ts';
import { mayWriteAsCustomer } from '#lib/access/readable-by-customer.ts';
import { mention } from '#lib/inbox/mention.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import type { AddEntry } from '#lib/record/schema.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { entryHasWords } from '#lib/write/write-entry.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import { type Outcome, runCommand } from '../command.ts';

/** The result, the entry's id, and the names of mentioned users who may not see the record. */
type Added = Outcome<TaskRecord> & { entryId: string; notNotified: string[] };

/** The id of the entry that was just written. */
function entryIn({ events }: CommandContext, { id, number }: TaskRecord): string {
  const entry = events.findLast((event) => 'entryId' in event && event.record.id === id);
  if (!entry || !('entryId' in entry)) throw new Error(`No entry was written into ${number}.`);
  return entry.entryId;
}

/**
 * Adds a work note or an additional comment, with all consequences (CASE-4, INC-2, SYNC-INC-4, SYNC-CASE-1).
 * `isPlain`: MAIL-4 · the text is not Markdown. `within`: an open transaction to use.
 */
export async function addEntry(
  actor: Actor,
  { kind, number, type, text, mentions = [] }: AddEntry,
  { isPlain = false, within }: { isPlain?: boolean; within?: Db } = {},
): Promise<Added> {
  const journal = type === 'comment' ? { comment: text } : { workNote: text };
  const work = async (context: CommandContext) => {
    context.isPlain = isPlain;
    const record = await lockForUpdate(context, kind, number, journal);
    enforce(type === 'comment' ? mayComment(actor, record) : may(actor, 'note', kind), mayWork(actor, record));
    enforce(await mayWriteAsCustomer(context.tx, actor, record));
    enforce(entryHasWords(text, type === 'comment' ? 'comment' : 'workNote'));

    const updated = await updateRecord(context, kind, record, record, journal);
    const entryId = entryIn(context, updated);
    return { updated, entryId, notNotified: await mention(context, updated, { text, userIds: mentions }) };
  };
  const { value, ...outcome } = await runCommand(actor, `add-${type}`, work, within);
  return { ...outcome, value: value.updated, entryId: value.entryId, notNotified: value.notNotified };
}
