import { Prisma } from '#lib/platform/db.ts';

/** SYNC-7 · The rule whose cascades can be undone, and for how long, by the database's clock. */
export const CASCADE_RULE = 'SYNC-INC-5';
export const UNDO_WINDOW = Prisma.sql`interval '10 minutes'`;

/** Whether the cause `k` can still be undone. */
export const isInTime = Prisma.sql`k.at > clock_timestamp() - ${UNDO_WINDOW}`;

/**
 * Cases that the rule changed for a cause: `id`, `version` and `at` as it wrote them, `source`, the incident that resolved
 * them, and `was`, the former values of the fields that it set.
 */
export const resolvedBy = (causeId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select e.task_id as id, e.source_task_id as source, f.version, f.at, f.was from journal_entries e
  cross join lateral (
    select max(c.version) as version, max(c.changed_at) as at, jsonb_object_agg(c.field, c.old_value) as was
    from field_changes c where c.task_id = e.task_id and c.cause_id = e.cause_id
    having bool_or(c.field = 'state' and c.new_value = 'resolved')) f
  where e.cause_id = ${causeId} and e.type = 'work_note'
    and e.lines @> ${JSON.stringify([{ rule: CASCADE_RULE }])}::jsonb`;

/** How a case `t` changed since the cascade `w` wrote it; null: not at all. Notes by rules alone do not count (SYNC-000). */
export const changedSince = Prisma.sql`case when t.state <> 'resolved' then 'moved' when t.version <> w.version then 'changed'
  when t.updated_at <> w.at then 'written into' end`;
