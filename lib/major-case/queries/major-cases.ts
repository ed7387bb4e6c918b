import { readableOf, workedOf } from '#lib/access/readable.ts';
import { type PriorityShown, priorityShown, type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import type { TimePlace } from '#lib/platform/keyset.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { MajorCaseList } from '../lists.ts';

/** A row in a list of major cases or candidates. */
export type MajorCaseRow = {
  id: string;
  number: string;
  href: string;
  title: string;
  state: StateShown;
  priority: PriorityShown;
  /** The customer of a candidate, if it has one. */
  customer: string;
  businessImpact: string;
  incidentId: string | null;
  /** The related incident, if the actor may see it. */
  incident: { number: string; href: string; state: StateShown } | null;
  /** The number of children that the actor may see, and how many of them are active. */
  children: number;
  open: number;
  assignedTo: string;
  /** The person who proposed it. */
  proposedBy: string;
  openedAt: string;
  /** MAJ-6, ACC-6 · The actor works the case, and so can decide on it. */
  mayWork: boolean;
};

type Row = Omit<MajorCaseRow, 'href' | 'state' | 'priority' | 'openedAt' | 'incident'> & {
  incident: { number: string; state: string } | null;
  state: string;
  priority: number;
  openedAt: Date;
};

const PAGE = 50;

/** The filter of each list, as a condition on the case `c` and its task `t`. */
const conditions: Readonly<Record<MajorCaseList, Prisma.Sql>> = {
  '': Prisma.sql`c.major_case_state = 'accepted' and t.active`,
  candidates: Prisma.sql`c.major_case_state = 'proposed' and t.state in ('new', 'open', 'awaiting_info')`,
  ended: Prisma.sql`c.major_case_state in ('accepted', 'cancelled') and not t.active`,
};

/** MAJ-1, MAJ-4 · A page of a list, newest first; `next`: where the next page begins. */
export async function majorCases(
  actor: Actor,
  list: MajorCaseList,
  before: TimePlace | null,
): Promise<{ rows: MajorCaseRow[]; next: TimePlace | null }> {
  const older = before ? Prisma.sql`and (t.opened_at, t.id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty;
  const found = await db().$queryRaw<Row[]>`
    select t.id, t.number, t.short_description as title, t.state, t.priority, coalesce(a.name, u.name, '') as customer,
           c.business_impact as "businessImpact", n.children, n.open, coalesce(p.name, '') as "assignedTo",
           coalesce(k.name, o.name, '') as "proposedBy", t.opened_at as "openedAt",
           (${workedOf('case', actor)}) as "mayWork", c.incident_id as "incidentId",
           (select json_build_object('number', t.number, 'state', t.state) from tasks t
             where t.id = c.incident_id and (${readableOf('incident', actor)})) as incident
    from cases c join tasks t using (id)
    left join accounts a on a.id = t.account_id left join users u on u.id = t.consumer_id
    left join users p on p.id = t.assigned_to_id left join users o on o.id = t.opened_by_id
    left join lateral (
      select w.name from field_changes f join causes s on s.id = f.cause_id left join users w on w.id = s.actor_id
      where f.task_id = t.id and f.field = 'majorCaseState' order by f.changed_at desc limit 1
    ) k on true
    cross join lateral (select count(*)::int as children, count(*) filter (where child.active)::int as open
      from (select t.active from cases own join tasks t using (id)
        where own.parent_id = c.id and (${readableOf('case', actor)})) child) n
    where ${conditions[list]} and (${readableOf('case', actor)}) ${older}
    order by t.opened_at desc, t.id desc limit ${PAGE + 1}`;
  const rows = found.slice(0, PAGE);
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows: rows.map(asShown), next: last ? { at: last.openedAt, id: last.id } : null };
}

function asShown({ state, priority, openedAt, incident, ...row }: Row): MajorCaseRow {
  return {
    ...row,
    incident: incident && {
      number: incident.number,
      href: pathOfNumber(incident.number),
      state: stateShown('incident', incident.state),
    },
    href: pathOfNumber(row.number),
    state: stateShown('case', state),
    priority: priorityShown(priority),
    openedAt: openedAt.toISOString(),
  };
}

/** Counts for the navigation: active major cases and waiting candidates that the actor may see, one row each. */
export function majorCaseCounts(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    select case c.major_case_state when 'accepted' then 'major-cases' else 'candidates' end as what, count(*)::int as count
    from cases c join tasks t using (id)
    where c.major_case_state is not null and ((${conditions['']}) or (${conditions.candidates}))
      and (${readableOf('case', actor)}) group by 1
    union all select 'no-major-cases', count(*)::int from integrations where id = 'com.sn_majorissue_mgt' and not active`;
}
