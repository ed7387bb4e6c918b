import { Prisma } from '#lib/platform/db.ts';

/** SYNC-7 · The rule whose cascade can be undone, and so long it can, as the database counts. */
export const CASCADE_RULE = 'SYNC-INC-5';
export const UNDO_WINDOW = Prisma.sql`interval '10 minutes'`;

/** Whether the cause `k` can still be undone. */
export const isInTime = Prisma.sql`k.at > clock_timestamp() - ${UNDO_WINDOW}`;

/**
 * The cases that the rule moved for a cause, as a query of `id`, `version` and `at` as it wrote them, `source`: the
 * incident that they were resolved with, and `was`: what stood in the fields that it set.
 */
export const resolvedBy = (causeId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  select e.task_id as id, e.source_task_id as source, f.version, f.at, f.was from journal_entries e
  cross join lateral (
    select max(c.version) as version, max(c.changed_at) as at, jsonb_object_agg(c.field, c.old_value) as was
    from field_changes c where c.task_id = e.task_id and c.cause_id = e.cause_id
    having bool_or(c.field = 'state' and c.new_value = 'resolved')) f
  where e.cause_id = ${causeId} and e.type = 'work_note'
    and e.lines @> ${JSON.stringify([{ rule: CASCADE_RULE }])}::jsonb`;

/** What has become of a case `t` since the cascade `w` wrote it; null: nothing. A rule's notes alone are no change (SYNC-000). */
export const changedSince = Prisma.sql`case when t.state <> 'resolved' then 'moved' when t.version <> w.version then 'changed'
  when t.updated_at <> w.at then 'written into' end`;
