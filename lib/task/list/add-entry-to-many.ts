import { maySeeAffectedCount } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { addEntry } from '../commands/add-entry.ts';
import type { Bulk } from '../rules/bulk-message.ts';
import { forEachRecord } from './for-each-record.ts';
import type { AddEntryToMany } from './schema.ts';

/** REC-1 · Posts the same work note or comment in each record of a selection. */
export function addEntryToMany(actor: Actor, { kind, records, type, text }: AddEntryToMany): Promise<Bulk> {
  const isToldOfCases = maySeeAffectedCount(actor, kind);
  return forEachRecord(records, async ({ number }) => {
    const { value, updatedCount } = await addEntry(actor, { kind, number, type, text });
    return { version: value.version, updatedCount: isToldOfCases ? updatedCount : 0 };
  });
}
