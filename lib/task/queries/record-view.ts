import { mayUseWorkspace } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { countAffectedCases } from '#lib/sync/preview.ts';
import type { TaskKind } from '../kind.ts';
import { loadRecord } from '../kind-table.ts';
import { type RecordView, recordViewOf } from '../record-view.ts';
import { recordFrame } from './record-frame.ts';
import { referenceNames } from './reference-names.ts';

/**
 * Everything that the page of a record shows beside its journal. Null for a record that is missing or that the actor
 * may not see, which answer alike; customers have queries of their own (lib/portal).
 */
export async function recordView(actor: Actor, kind: TaskKind, number: string): Promise<RecordView | null> {
  if (!mayUseWorkspace(actor)) return null;
  const [frame, settings] = await Promise.all([recordFrame(db(), actor, kind, number), pageSettings()]);
  if (!frame) return null;
  const [record, affectedCases] = await Promise.all([
    loadRecord(db(), kind, frame.id),
    countAffectedCases(db(), kind, frame.id),
  ]);
  const names = await referenceNames(record);
  return recordViewOf({ actor, settings, record, frame, names, affectedCases });
}
