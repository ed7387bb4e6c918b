import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound, Refusal } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { nothingHasChangedSince } from '../rules/may-undo.ts';
import type { UndoChange } from '../schema.ts';
import { undoable } from '../undoable.ts';

/** ADM-12 · Puts a setting back as it was before an entry of the audit log, which gets a new entry that names it. */
export async function undoChange(actor: Actor, { entryId }: UndoChange): Promise<void> {
  enforce(mayAdminister(actor));
  await transaction(async (tx) => {
    const entry = await tx.auditEntry.findUnique({ where: { id: entryId } });
    if (!entry) throw notFound('entry of the audit log');
    const setting = undoable.get(entry.action);
    if (!setting) throw new Refusal('ADM-12', 'Changes of this sort cannot be undone from here.');

    // First the lock: what is asked next stays true until the end.
    const value = await setting.lock(tx, entry.subject);
    enforce(nothingHasChangedSince(entry, { value, changedAgain: await hasLaterEntry(tx, entry) }));

    const { subject, oldValue, id } = entry;
    await changeSetting(tx, actor, setting, { subject, value: oldValue, undoes: id });
  });
}

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
