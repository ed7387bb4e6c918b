import type { CommandContext } from '#lib/task/command-context.ts';
import { namedRecords } from '#lib/task/named-records.ts';
import { publish } from './publish.ts';

/** Tells open pages which records changed, and which others stand beside them: those that they name, or named before. */
export async function announce({ tx, changedRecords, events }: CommandContext): Promise<void> {
  const changed = [...changedRecords].map(([id, { kind }]) => ({ id, kind }));
  const records = events.flatMap((event) => (event.type === 'updated' ? [event.before, event.record] : [event.record]));
  const beside = new Set(records.flatMap(namedRecords)).difference(changedRecords);
  await publish(tx, { changed, beside: [...beside] });
}
