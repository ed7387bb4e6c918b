import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { idempotent } from '#lib/door/idempotent.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { forEachRecord } from './for-each-record.ts';
import type { Bulk } from './rules/bulk-message.ts';
import type { AddEntryToMany } from './schema.ts';

/** REC-1, REC-5 · Posts the same work note or comment in each selected record; only once per record and `callId`. */
export function addEntryToMany(
  actor: Actor & { id: string },
  { kind, records, type, text }: AddEntryToMany,
  callId = '',
): Promise<Bulk> {
  const showsUpdatedCount = maySeeAffectedCount(actor, kind);
  const entryOf = ({ number }: { number: string }) => ({ kind, number, type, text });
  return forEachRecord(
    records,
    async ({ number }) => {
      const entry = entryOf({ number });
      const id = callId && `${callId}.${number}`;
      const { data } = await idempotent({ personId: actor.id, id, input: entry }, async () => {
        const { value, updatedCount } = await addEntry(actor, entry);
        return { data: { version: value.version, updatedCount: showsUpdatedCount ? updatedCount : 0 } };
      });
      return data;
    },
    (record) => addEntry(actor, entryOf(record)),
  );
}
