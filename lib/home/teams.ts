import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';

export type OpenByKind = Partial<Record<TaskKind, number>>;

/** A group's open records: all, critical and high ones, unassigned ones, and those per person. */
export type Team = {
  id: string;
  name: string;
  /** The kinds with at least one open record. */
  kinds: TaskKind[];
  open: OpenByKind;
  pressing: OpenByKind;
  unassigned: OpenByKind;
  /** Sorted by the number of records, the highest first. */
  people: { id: string; name: string; open: OpenByKind }[];
};

type Row = {
  id: string;
  name: string;
  kind: TaskKind | null;
  personId: string | null;
  person: string | null;
  open: number;
  pressing: number;
};

const add = (counts: OpenByKind, kind: TaskKind, count: number) => {
  counts[kind] = (counts[kind] ?? 0) + count;
};

const all = (counts: OpenByKind) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function teamOf(rows: readonly Row[]): Team {
  const [{ id, name } = { id: '', name: '' }] = rows;
  const team: Team = { id, name, kinds: [], open: {}, pressing: {}, unassigned: {}, people: [] };
  const people = new Map<string, Team['people'][number]>();
  for (const { kind, personId, person, open, pressing } of rows) {
    if (!kind) continue;
    add(team.open, kind, open);
    if (pressing > 0) add(team.pressing, kind, pressing);
    if (!personId || person === null) {
      add(team.unassigned, kind, open);
      continue;
    }
    const one = people.get(personId) ?? { id: personId, name: person, open: {} };
    add(one.open, kind, open);
    people.set(personId, one);
  }
  team.kinds = taskKindNames.filter((kind) => team.open[kind]);
  team.people = [...people.values()].sort((one, other) => all(other.open) - all(one.open));
  return team;
}

/** ACC-6 · Home: the groups that the actor manages, with the open records that the actor may see. */
export async function teamsOf(actor: Actor): Promise<Team[]> {
  const rows = await db().$queryRaw<Row[]>`
    select g.id, g.name, t.kind::text as kind, u.id as "personId", u.name as person,
           count(t.id)::int as open, (count(t.id) filter (where t.priority <= 2))::int as pressing
    from groups g
    left join tasks t on t.assignment_group_id = g.id and t.active and ${readableTasks(actor)}
    left join users u on u.id = t.assigned_to_id
    where g.manager_id = ${actor.id}::uuid
    group by g.id, t.kind, u.id
    order by g.name, u.name`;
  return [...Map.groupBy(rows, ({ id }) => id).values()].map(teamOf);
}
