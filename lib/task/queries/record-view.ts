import type { Actor } from '#lib/platform/actor.ts';
import { isCustomer } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { linksTo } from '#lib/related/link.ts';
import { reachOf } from '#lib/sync/fan-out.ts';
import { definitions } from '../definitions.ts';
import type { TaskKind } from '../kind.ts';
import { type RecordView, recordViewOf } from '../record-view.ts';
import { recordFrame } from './record-frame.ts';
import { referenceNames } from './reference-names.ts';

/** SYNC-3 · How many cases a change of this record would tell. */
async function reachOfRecord(kind: TaskKind, id: string): Promise<number> {
  const links = linksTo(kind);
  return links.length === 0 ? 0 : reachOf(db(), id, links);
}

/**
 * Everything that the page of a record shows beside its journal. Null for a record that is missing or that the actor
 * may not see, which answer alike; customers have pages of their own.
 */
export async function recordView(actor: Actor, kind: TaskKind, number: string): Promise<RecordView | null> {
  if (isCustomer(actor)) return null;
  const [frame, settings] = await Promise.all([recordFrame(db(), actor, kind, number), pageSettings()]);
  if (!frame) return null;
  const [record, reach] = await Promise.all([definitions[kind].load(db(), frame.id), reachOfRecord(kind, frame.id)]);
  const names = await referenceNames(record);
  return recordViewOf({ actor, settings, record, frame, names, reach });
}
