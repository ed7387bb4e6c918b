import { may, mayComment, mayWork } from '#lib/access/policy.ts';
import { entryHasWords } from '#lib/journal/write-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { type Outcome, runCommand } from '../command.ts';
import type { TaskRecord } from '../record.ts';
import type { AddEntry } from '../schema.ts';
import { updateRecord } from '../write-updates.ts';

/** Adds a work note or an additional comment, and whatever follows from it (CASE-4, INC-2, SYNC-INC-4, SYNC-CASE-1). */
export function addEntry(actor: Actor, { kind, number, type, text }: AddEntry): Promise<Outcome<TaskRecord>> {
  const journal = type === 'comment' ? { comment: text } : { workNote: text };
  return runCommand(actor, `add-${type}`, async (context) => {
    const record = await lockForUpdate(context, kind, number, journal);
    enforce(
      type === 'comment' ? mayComment(actor, record) : may(actor, 'note', kind),
      mayWork(actor, record),
      entryHasWords(text, type === 'comment' ? 'comment' : 'workNote'),
    );

    return updateRecord(context, kind, record, record, journal);
  });
}
