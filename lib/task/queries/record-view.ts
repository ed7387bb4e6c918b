import { mayUseWorkspace } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pageSettings } from '#lib/property/page-settings.ts';
import { linksTo } from '#lib/related/link.ts';
import { reachOf } from '#lib/sync/fan-out.ts';
import type { TaskRecord } from '../definition.ts';
import { definitions } from '../definitions.ts';
import { fieldValue } from '../field-value.ts';
import type { TaskKind } from '../kind.ts';
import { type RecordView, recordViewOf } from '../record-view.ts';
import { nameReferences } from '../reference.ts';
import { recordFrame } from './record-frame.ts';

/** The names of everything that the record's fields refer to. */
function namesIn(record: TaskRecord) {
  const fields = Object.entries(definitions[record.kind].fields).flatMap(([name, field]) => {
    const id = field.type === 'reference' ? fieldValue(record, name) : null;
    return field.type === 'reference' && typeof id === 'string' ? [{ field: name, kind: field.target, id }] : [];
  });
  return nameReferences(db(), fields);
}

/** SYNC-3 · How many cases a change of this record would tell. */
async function reachOfRecord(kind: TaskKind, id: string): Promise<number> {
  const links = linksTo(kind);
  return links.length === 0 ? 0 : reachOf(db(), id, links);
}

/**
 * Everything that the page of a record shows beside its journal. Null for a record that is missing or that the actor
 * may not see, which answer alike; customers have queries of their own (lib/portal).
 */
export async function recordView(actor: Actor, kind: TaskKind, number: string): Promise<RecordView | null> {
  if (!mayUseWorkspace(actor)) return null;
  const [frame, settings] = await Promise.all([recordFrame(db(), actor, kind, number), pageSettings()]);
  if (!frame) return null;
  const [record, reach] = await Promise.all([definitions[kind].load(db(), frame.id), reachOfRecord(kind, frame.id)]);
  const names = await namesIn(record);
  return recordViewOf({ actor, settings, record, frame, names, reach });
}
