import { isDeepStrictEqual } from 'node:util';
import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound, Refusal } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { describeEntries } from '../describe.ts';
import { valueIsUnchanged } from '../rules/may-undo.ts';
import type { UndoChange } from '../schema.ts';
import { loggedChange, undoable } from '../undoable.ts';

/** ADM-12 · Restores the value that a setting had before an audit log entry. The new entry references the undone one. */
export async function undoChange(actor: Actor, { entryId }: UndoChange): Promise<void> {
  enforce(mayAdminister(actor));
  await transaction(async (tx) => {
    const entry = await tx.auditEntry.findUnique({ where: { id: entryId } });
    if (!entry) throw notFound('entry of the audit log');
    const setting = undoable.get(entry.action);
    if (!setting || !loggedChange(setting, entry)) throw nothingToUndo();
    const { action, subject } = entry;
    // Lock first, so that the checks below stay valid until the commit.
    const present = await setting.lock(tx, subject);
    const change = loggedChange(setting, entry, present);
    if (!change) throw nothingToUndo();
    const changed = !isDeepStrictEqual(present, change.to) || (await hasLaterEntry(tx, entry));
    const [now] = changed ? await describeEntries(tx, [{ action, subject, oldValue: null, newValue: present }]) : [];
    enforce(valueIsUnchanged({ changed, present: now?.newValue ?? null }));
    await changeSetting(tx, actor, setting, { subject, value: change.from, undoes: entry.id });
  });
}

const nothingToUndo = () => new Refusal('ADM-12', 'This entry holds no change that can be undone from here.');

async function hasLaterEntry(
  tx: Db,
  { action, subject, at, id }: { action: string; subject: string; at: Date; id: string },
) {
  const later = await tx.auditEntry.findFirst({
    where: { action, subject, OR: [{ at: { gt: at } }, { at, id: { gt: id } }] },
    select: { id: true },
  });
  return later !== null;
}
