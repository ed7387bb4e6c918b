import { can } from '#lib/access/policy.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** INC-7 · The children of an incident: how many there are, and the numbers of the open ones. */
export type ChildIncidents = { all: number; open: string[] };

/** INC-7 · Children of the incident `t` as JSON; null for other kinds, and for actors limited to their incidents (INC-6). */
export function childIncidentsRow(kind: TaskKind, actor: Actor): Prisma.Sql {
  if (kind !== 'incident' || !can(actor, 'see', kind)) return Prisma.sql`null::json`;
  const isOpen = Prisma.sql`k.state = any(${openStates(kind)})`;
  return Prisma.sql`
    (select json_build_object('all', count(*),
       'open', coalesce(array_agg(k.number order by k.number) filter (where ${isOpen}), '{}'))
     from incidents i join tasks k using (id) where i.parent_id = t.id)`;
}
