import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lookupIsOn } from '#lib/settings/computed-priority.ts';
import type { LookupRow } from '#lib/settings/priority.ts';
import { readSettings } from '#lib/settings/settings.ts';

/** ADM-3 · Every row by its order, and whether the lookup is active (REL-6). */
export async function priorityLookup(actor: Actor): Promise<{ on: boolean; rows: (LookupRow & { id: string })[] }> {
  enforce(mayAdminister(actor));
  const [settings, rows] = await Promise.all([
    readSettings(db()),
    db().priorityLookup.findMany({ orderBy: [{ order: 'asc' }, { id: 'asc' }] }),
  ]);
  return { on: lookupIsOn(settings), rows };
}
