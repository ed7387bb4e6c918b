import type { Actor } from '#lib/platform/actor.ts';
import { undoChange } from '../commands/undo-change.ts';
import type { Bulk } from '../rules/bulk-message.ts';
import { forEachRecord } from './for-each-record.ts';
import type { UndoMany } from './schema.ts';

/** REC-3 · Sets back what the actor has done to many records, of each one that nobody has changed since. */
export function undoMany(actor: Actor, { kind, records, what }: UndoMany): Promise<Bulk> {
  return forEachRecord(records, async (record) => {
    const { value, updatedCount } = await undoChange(actor, { kind, what, ...record });
    return { version: value.version, updatedCount };
  });
}
