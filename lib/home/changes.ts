import { readableTasks } from '#lib/access/readable.ts';
import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** A record that other users have changed since the actor last looked, with a summary of the changes. */
export type Change = {
  id: string;
  kind: TaskKind;
  number: string;
  shortDescription: string;
  state: string;
  at: Date;
  notes: number;
  comments: number;
  /** The fields that changed, by their names in the product. */
  fields: string[];
};

const SHOWN = 20;
/** The maximum range, also for users who have never looked. */
const DAYS = 7;

/** When the actor last marked everything as seen; at most a week ago. */
export async function lastSeenAt(actor: Person): Promise<Date> {
  const { lookedAt } = await db().user.findUniqueOrThrow({ where: { id: actor.id }, select: { lookedAt: true } });
  const oldest = new Date(now().getTime() - DAYS * 86_400_000);
  return lookedAt && lookedAt > oldest ? lookedAt : oldest;
}

/**
 * Home: changes by others in records that the actor is assigned to or watches, newest first. Changes before the actor's last
 * visit of the record count as seen. An entry or change by a rule counts as written by the user who caused it.
 */
export async function changesSince(actor: Person, since: Date): Promise<Change[]> {
  const byOthers = Prisma.sql`join causes c on c.id = cause_id and c.actor_id is distinct from ${actor.id}::uuid`;
  return db().$queryRaw<Change[]>`
    with mine as (
      select t.id, t.kind, t.number, t.short_description, t.state, greatest(${since}, v.at) as since
      from tasks t left join visits v on v.task_id = t.id and v.user_id = ${actor.id}::uuid
      where (t.id in (select id from tasks where assigned_to_id = ${actor.id}::uuid and active)
          or t.id in (select task_id from task_watchers where user_id = ${actor.id}::uuid))
        and ${readableTasks(actor)}
      limit 1000
    ),
    entries as (
      select e.task_id, max(e.created_at) as at, count(*) filter (where e.type = 'work_note')::int as notes,
             count(*) filter (where e.type = 'comment')::int as comments
      from mine join journal_entries e on e.task_id = mine.id and e.created_at > mine.since ${byOthers}
      group by e.task_id
    ),
    changed as (
      select f.task_id, max(f.changed_at) as at, array_agg(distinct f.field) as fields
      from mine join field_changes f on f.task_id = mine.id and f.changed_at > mine.since ${byOthers}
      group by f.task_id
    )
    select mine.id, mine.kind, mine.number, mine.short_description as "shortDescription", mine.state,
           greatest(entries.at, changed.at) as at, coalesce(entries.notes, 0) as notes,
           coalesce(entries.comments, 0) as comments, coalesce(changed.fields, '{}') as fields
    from mine left join entries on entries.task_id = mine.id left join changed on changed.task_id = mine.id
    where entries.task_id is not null or changed.task_id is not null
    order by at desc, mine.id limit ${SHOWN}`;
}
