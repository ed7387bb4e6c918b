import { readableTasks } from '#lib/access/readable.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import { type Actor, groupIdsOf } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import { inQueue } from './queue-sql.ts';

export type WorkRow = {
  id: string;
  kind: TaskKind;
  number: string;
  shortDescription: string;
  state: string;
  priority: number;
  updatedAt: Date;
  account: string | null;
  group: string | null;
  /** Waits for an answer, an approval or a closure: the next step is somebody else's. */
  waits: boolean;
};

const SHOWN = 10;

/** A section of active work: the first rows, actionable and urgent ones first, and the kinds that have more rows. */
export type Work = { rows: WorkRow[]; more: TaskKind[] };

/** At most this many records are sorted. The list shows the others. */
const LOOKED_AT = 500;

/** States in which the next step is somebody else's, such as `on_hold` of an incident. */
const waitingStates = taskKindNames.flatMap((kind) =>
  Object.entries(definitions[kind].states).flatMap(([state, { tone }]) =>
    tone === 'waiting' || tone === 'resolved' ? [`${kind} ${state}`] : [],
  ),
);

/** States in which a related record waits in place of this one: a work order's tasks, or the order of draft tasks. */
const heldElsewhere = taskKindNames.flatMap((kind) => {
  const { states, waitsIn } = definitions[kind];
  return waitsIn
    ? Object.keys(states)
        .filter((state) => !waitsIn.includes(state))
        .map((state) => `${kind} ${state}`)
    : [];
});

async function openWork(actor: Actor, whose: Prisma.Sql): Promise<Work> {
  const found = await db().$queryRaw<(WorkRow & { further: TaskKind[] })[]>`
    with work as (
      select t.id, t.kind, t.number, t.short_description, t.state, t.priority, t.updated_at, t.account_id, t.assignment_group_id
      from tasks t where t.active and ${whose} and ${readableTasks(actor)} and ${inQueue} order by t.updated_at desc limit ${LOOKED_AT}
    ), shown as (
      select t.id, t.kind, t.number, t.short_description as "shortDescription", t.state, t.priority,
        t.updated_at as "updatedAt", a.name as account, g.name as "group", t.kind || ' ' || t.state = any(${waitingStates}) as waits
      from work t left join accounts a on a.id = t.account_id left join groups g on g.id = t.assignment_group_id
      order by waits, t.priority, t.updated_at desc, t.id limit ${SHOWN}
    )
    select shown.*, array(select distinct kind::text from work where id not in (select id from shown)) as further
    from shown order by waits, priority, "updatedAt" desc, id`;
  const rows = found.map(({ further: _further, ...row }) => row);
  return { rows, more: taskKindNames.filter((kind) => found[0]?.further.includes(kind)) };
}

/** Home: active records that are assigned to the actor. */
export function myWork(actor: Actor): Promise<Work> {
  return openWork(actor, Prisma.sql`t.assigned_to_id = ${actor.id}::uuid`);
}

/** Home: active, unassigned records of the actor's groups. */
export function unassignedWork(actor: Actor): Promise<Work> {
  return openWork(
    actor,
    Prisma.sql`t.assigned_to_id is null and t.assignment_group_id = any(${[...groupIdsOf(actor)]}::uuid[])
      and t.kind || ' ' || t.state <> all(${heldElsewhere})`,
  );
}
