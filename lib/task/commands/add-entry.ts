import { mayComment } from '#lib/access/own-records.ts';
import { may, mayWork } from '#lib/access/policy.ts';
import { mayWriteAsCustomer } from '#lib/access/readable-by-customer.ts';
import { mention } from '#lib/inbox/mention.ts';
import { entryHasWords } from '#lib/journal/write-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { type Outcome, runCommand } from '../command.ts';
import type { TaskRecord } from '../record.ts';
import type { AddEntry } from '../schema.ts';
import { updateRecord } from '../write-updates.ts';

/** What came of an entry, with the names of those who are mentioned in it and may not see the record. */
type Added = Outcome<TaskRecord> & { untold: string[] };

/**
 * Adds a work note or an additional comment, and whatever follows from it (CASE-4, INC-2, SYNC-INC-4, SYNC-CASE-1).
 * `isPlain`: MAIL-4 · the text is no Markdown.
 */
export async function addEntry(
  actor: Actor,
  { kind, number, type, text, mentions = [] }: AddEntry,
  { isPlain = false } = {},
): Promise<Added> {
  const journal = type === 'comment' ? { comment: text } : { workNote: text };
  let untold: string[] = [];
  const outcome = await runCommand(actor, `add-${type}`, async (context) => {
    context.isPlain = isPlain;
    const record = await lockForUpdate(context, kind, number, journal);
    enforce(type === 'comment' ? mayComment(actor, record) : may(actor, 'note', kind), mayWork(actor, record));
    enforce(await mayWriteAsCustomer(context.tx, actor, record));
    enforce(entryHasWords(text, type === 'comment' ? 'comment' : 'workNote'));

    const updated = await updateRecord(context, kind, record, record, journal);
    untold = await mention(context, updated, { text, userIds: mentions });
    return updated;
  });
  return { ...outcome, untold };
}
