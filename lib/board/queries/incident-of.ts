import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pathOfNumber } from '#lib/task/kind.ts';
import { type StateShown, stateShown } from '#lib/task/state-shown.ts';
import type { Major } from './find-major.ts';

/** The incident that a major case is about, and since when it is open. */
export type IncidentOf = { number: string; href: string; title: string; state: StateShown; openedAt: string };

type Row = { number: string; title: string; state: string; openedAt: Date };

/** MAJ-9 · The incident of a major case; null where there is none that the actor may see. */
export async function incidentOf(actor: Actor, { incidentId }: Major): Promise<IncidentOf | null> {
  const [row] = await db().$queryRaw<Row[]>`
    select t.number, t.short_description as title, t.state, t.opened_at as "openedAt" from tasks t
    where t.id = ${incidentId}::uuid and (${readableOf('incident', actor)})`;
  if (!row) return null;
  const { number, title, state, openedAt } = row;
  const href = pathOfNumber(number);
  return { number, href, title, state: stateShown('incident', state), openedAt: openedAt.toISOString() };
}
