import { namedRecord } from '#lib/access/readable-record.ts';
import { mayRetryMailsOf, maySeeUpdates } from '#lib/access/updates.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { withRetry } from '../rules/retry.ts';
import type { LedgerQuery } from '../schema.ts';
import type { ShownUpdate } from '../shown-update.ts';
import { type EarlierUpdates, earlierUpdates } from './earlier-updates.ts';
import { listUpdates, rowsAfter } from './list-updates.ts';

const PAGE = 20;

/** `earlier` is set on the last page only. */
export type LedgerPage = { updates: ShownUpdate[]; next: string | null; earlier: EarlierUpdates | null };

/**
 * SYNC-6 · A page of a record's updates. Refused: REL-16 if the record is missing or hidden, ACC-6 if the actor may not see
 * how many records an update reaches.
 */
export async function ledgerPage(actor: Actor, { kind, number, after }: LedgerQuery): Promise<LedgerPage> {
  const { id } = await namedRecord(actor, { kind, number }, maySeeUpdates);
  const condition = Prisma.sql`l.source_id = ${id}::uuid and ${rowsAfter(parsePlace(after))}`;
  const updates = await listUpdates(condition, Prisma.sql`l.at desc, l.id desc`, PAGE + 1);
  const shown = updates.slice(0, PAGE);
  const last = updates.length > PAGE ? shown.at(-1) : undefined;
  const next = last ? placeText({ at: new Date(last.at), id: last.id }) : null;
  const mayRetry = mayRetryMailsOf(actor, await loadRecord(db(), kind, id)).ok;
  return { updates: withRetry(shown, mayRetry, now()), next, earlier: next === null ? await earlierUpdates(id) : null };
}

/** SYNC-6 · Whether a record has any updates. The caller checks access to the record. */
export async function hasUpdates(sourceId: string): Promise<boolean> {
  const [row] = await db().$queryRaw<unknown[]>`
    select from ledger_updates where source_id = ${sourceId}::uuid
    union all select from ledger_past where source_id = ${sourceId}::uuid limit 1`;
  return row !== undefined;
}
