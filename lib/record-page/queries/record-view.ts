import { mayUseWorkspace } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { countAffectedCases, countSyncedChildren } from '#lib/sync/preview.ts';
import { type LoadedRecord, recordViewOf } from '../record-view.ts';
import { recordWithContext } from './record-frame.ts';

/**
 * Everything that a record's page shows beside its journal. Null for a record that is missing or hidden from the
 * actor; both get the same answer. Customers have separate queries (lib/portal).
 */
export async function recordView(actor: Actor, kind: TaskKind, number: string): Promise<LoadedRecord | null> {
  if (!mayUseWorkspace(actor)) return null;
  const framed = await recordWithContext(db(), actor, kind, number);
  if (!framed) return null;
  const { record, settings } = framed;
  const affectedCases =
    record.kind === 'case'
      ? await countSyncedChildren(db(), record, settings)
      : await countAffectedCases(db(), kind, record.id);
  return recordViewOf({ actor, affectedCases, ...framed });
}
