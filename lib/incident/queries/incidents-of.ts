import { readableOf } from '#lib/access/readable.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import type { IncidentLinkName } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';

/** An incident of a problem, a change or a parent. */
export type IncidentRow = {
  number: string;
  title: string;
  state: StateShown;
  priority: PriorityShown;
  assignedTo: string;
  updatedAt: string;
};

type Row = { number: string; title: string; state: string; priority: number; assignedTo: string; updatedAt: Date };

const AT_MOST = 100;

/** Incidents linked to a record or with it as parent that the actor may see, last changed first, and their total. */
export async function incidentsOf(
  actor: Actor,
  by: IncidentLinkName | 'parent',
  recordId: string,
): Promise<{ incidents: IncidentRow[]; count: number }> {
  const from = Prisma.sql`from incidents i join tasks t using (id)
    where ${by === 'parent' ? Prisma.sql`i.parent_id` : Prisma.sql`i.${columnOf(by)}`} = ${recordId}::uuid and (${readableOf('incident', actor)})`;
  const [rows, [total]] = await Promise.all([
    db().$queryRaw<Row[]>`
      select t.number, t.short_description as title, t.state, t.priority, t.updated_at as "updatedAt",
             coalesce((select u.name from users u where u.id = t.assigned_to_id), '') as "assignedTo"
      ${from} order by t.updated_at desc, t.id desc limit ${AT_MOST}`,
    db().$queryRaw<{ count: number }[]>`select count(*)::int as count ${from}`,
  ]);
  const incidents = rows.map(({ state, priority, updatedAt, ...row }) => ({
    ...row,
    state: stateShown('incident', state),
    priority: priorityShown(priority),
    updatedAt: updatedAt.toISOString(),
  }));
  return { incidents, count: total?.count ?? 0 };
}
