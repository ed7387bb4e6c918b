import { Prisma } from '#lib/platform/db.ts';

/** The cause `k` that changed the record of the update `l` in the version so many after the cause `c`. */
const neighbour = (versions: number) => Prisma.sql`field_changes own
  join field_changes other on other.task_id = own.task_id and other.version = own.version + ${versions}::int
  join causes k on k.id = other.cause_id where own.task_id = l.source_id and own.changed_at = c.at and own.cause_id = c.id`;

/** SYNC-6 · When the update was that the cause `c` of the update `l` undoes: a save of the record, or a cascade (SYNC-7). */
export const undoes = Prisma.sql`case
  when c.command = 'undo-cascade' then (select k.at from causes k join cascade_undos u on u.cause_id = k.id
    where k.task_id = c.task_id and u.undone_at = c.at limit 1)
  when c.command like 'undo-%' then (select k.at from ${neighbour(-1)} limit 1) end`;

/** SYNC-6 · When the cause `c` of the update `l` was undone; null: it was not. */
export const undone = Prisma.sql`coalesce((select u.undone_at from cascade_undos u where u.cause_id = c.id),
  (select k.at from ${neighbour(1)} and k.command like 'undo-%' limit 1))`;
