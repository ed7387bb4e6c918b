import { stateLabel } from '#lib/kinds/definitions.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import { listCondition } from '#lib/list/condition.ts';
import type { ListQuery } from '#lib/list/list-query.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { priorities } from '#lib/words/choice.ts';
import { type Figure, type Line, openCasesWith } from '../figure.ts';
import { type Age, ageBounds, agesAt } from '../period.ts';
import { bucketOf } from './bucket-of.ts';

/** The open cases of a group or user, with the critical and high ones and those awaiting the customer's answer. */
export type Load = Line & { pressing: Figure; awaiting: Figure };

export type OpenCases = {
  all: Figure;
  pressing: Figure;
  unassigned: Figure;
  byState: Line[];
  byPriority: Line[];
  byAge: Line[];
  /** Sorted by the number of cases, the highest first. */
  byGroup: Line[];
  byAgent: Load[];
};

type Row = {
  what: 'state' | 'priority' | 'age' | 'group' | 'person';
  key: string | null;
  name: string | null;
  count: number;
  pressing: number;
  awaiting: number;
};

/** Reads the cases once, grouped by all dimensions. Each breakdown then adds up these groups. */
async function read(actor: Actor, filters: ListQuery['filters'], bounds: string[]): Promise<Row[]> {
  const open = listCondition(actor, { kind: 'case', filters: { ...filters, state: openStates('case') } });
  return db().$queryRaw<Row[]>`
    with open as materialized (
      select t.state, t.priority, t.assignment_group_id as team, t.assigned_to_id as person,
             ${bucketOf(Prisma.sql`t.opened_at`, bounds)} as age, count(*)::int as count
      from tasks t where t.kind = 'case' and t.active and ${open} group by 1, 2, 3, 4, 5),
    parts as (
      select case when grouping(state) = 0 then 'state' when grouping(priority) = 0 then 'priority'
                  when grouping(age) = 0 then 'age' when grouping(team) = 0 then 'group' else 'person' end as what,
             coalesce(state, priority::text, age::text, team::text, person::text) as key, team, person, sum(count)::int as count,
             coalesce(sum(count) filter (where priority <= 2), 0)::int as pressing,
             coalesce(sum(count) filter (where state = 'awaiting_info'), 0)::int as awaiting
      from open group by grouping sets ((state), (priority), (age), (team), (person)))
    select what, key, count, pressing, awaiting, coalesce(g.name, u.name) as name from parts p
    left join groups g on g.id = p.team left join users u on u.id = p.person
    order by count desc, name`;
}

const sum = (rows: readonly Row[], of: 'count' | 'pressing') => rows.reduce((total, row) => total + row[of], 0);

/** DASH-1 · Breakdowns of the open cases. States, priorities and ages without cases are included. */
export async function openCases(
  actor: Actor,
  filters: ListQuery['filters'],
  { today, timeZone }: { today: string; timeZone: string },
): Promise<OpenCases> {
  const rows = await read(actor, filters, ageBounds(today, timeZone));
  const by = (what: Row['what']) => rows.filter((row) => row.what === what);
  const countOf = (what: Row['what'], key: string) => by(what).find((row) => row.key === key)?.count ?? 0;
  const states = by('state');
  const figure = (count: number, more: ListQuery['filters']) => openCasesWith(count, { ...filters, ...more });
  const ages: readonly Age[] = agesAt(today);
  return {
    all: figure(sum(states, 'count'), {}),
    pressing: figure(sum(states, 'pressing'), { priority: ['1', '2'] }),
    unassigned: figure(by('person').find(({ key }) => key === null)?.count ?? 0, { assigned: ['nobody'] }),
    byState: openStates('case').map((state) => ({
      label: stateLabel('case', state),
      figure: figure(countOf('state', state), { state: [state] }),
    })),
    byPriority: priorities.map(({ value, label }) => ({
      label,
      figure: figure(countOf('priority', value), { priority: [value] }),
    })),
    // The database numbers them from the oldest.
    byAge: ages.map(({ label, opened }, at) => ({
      label,
      figure: figure(countOf('age', String(ages.length - 1 - at)), { opened: [opened] }),
    })),
    byGroup: by('group').map(({ key, name, count }) => ({
      label: name ?? 'No group',
      figure: figure(count, { group: [key ?? 'none'] }),
    })),
    byAgent: by('person').map(({ key, name, count, pressing, awaiting }) => {
      const assigned = [key ?? 'nobody'];
      return {
        label: name ?? 'Unassigned',
        figure: figure(count, { assigned }),
        pressing: figure(pressing, { assigned, priority: ['1', '2'] }),
        awaiting: figure(awaiting, { assigned, state: ['awaiting_info'] }),
      };
    }),
  };
}
