import { watch } from '#lib/engine/commands/watch.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { forEachRecord } from './for-each-record.ts';
import type { Bulk } from './rules/bulk-message.ts';
import type { WatchMany } from './schema.ts';

/** INC-6 · Adds the actor to a watch list of each selected record, or removes the actor. */
export function watchMany(actor: Actor & { id: string }, { kind, records, list, watching }: WatchMany): Promise<Bulk> {
  return forEachRecord(records, async ({ number }) => {
    const { value: version } = await watch(actor, { kind, number, list, userId: actor.id, watching });
    return version === null ? null : { version };
  });
}
