import { bestFirst, eachMessage } from '#lib/customer-messages/queries/each-message-sql.ts';
import { hasSameTopic } from '#lib/customer-messages/queries/source-sql.ts';
import type { CaseState } from '#lib/kinds/case/states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { repliesTables } from '#lib/replies/queries/replies-sql.ts';
import { type BoardFilter, childStates } from '../filters.ts';
import type { Major } from './find-major.ts';

/** The source is the major case, or a record it is about. */
export const isOfMajor = ({ id }: Pick<Major, 'id'>, sourceId: Prisma.Sql): Prisma.Sql =>
  hasSameTopic({ id, kind: 'case' }, sourceId);

/**
 * MAJ-9 · Query tables: `board` has the children that the actor may see, with the best result of the messages about the major
 * case to the customer (null if there were none) and the customer's answers. Messages are *Notify Customers*, and emails about
 * the child that the major case caused, such as a comment copied to the child.
 */
export const boardTables = (actor: Actor, major: Pick<Major, 'id'>): Prisma.Sql => Prisma.sql`
  ${repliesTables(actor, { id: major.id, kind: 'case' })},
  of_record as materialized (
    select t.id, t.number, t.state, t.active, t.account_id, t.consumer_id, coalesce(t.consumer_id, t.account_id) as customer_id,
      c.incident_id
    from theirs join tasks t using (id) join cases c using (id)
  ),
  written as materialized (${eachMessage({
    mails: Prisma.sql`exists (select from causes s where s.id = m.cause_id and ${isOfMajor(major, Prisma.sql`s.task_id`)})`,
    runs: isOfMajor(major, Prisma.sql`r.source_id`),
  })}),
  message as (
    select distinct on (id) id, contact, because,
      max(at) filter (where contact <> 'failed') over (partition by id) as told_at
    from written order by id, ${bestFirst}, at desc
  ),
  heard as (
    select task_id as id, (count(*) filter (where waits))::int as waiting,
      (array_agg(id order by created_at desc, id desc))[1] as last_id
    from replies group by task_id
  ),
  board as materialized (
    select o.*, m.contact, m.because, m.told_at, coalesce(h.waiting, 0) as waiting, h.last_id,
      m.contact is null or m.contact = 'failed' as not_notified
    from of_record o left join message m using (id) left join heard h using (id)
  )`;

const inState = (state: CaseState) => [state, Prisma.sql`b.state = ${state}`] as const;

/** The condition of each filter on the children `b`. Customers of closed cases can no longer be notified. */
export const boardConditions = ({
  incidentId,
}: Pick<Major, 'incidentId'>): Readonly<Record<BoardFilter, Prisma.Sql>> => ({
  all: Prisma.sql`true`,
  not_told: Prisma.sql`(b.not_notified and b.active)`,
  waiting: Prisma.sql`b.waiting > 0`,
  own_incident: Prisma.sql`(b.incident_id is not null and b.incident_id is distinct from ${incidentId}::uuid)`,
  ...(Object.fromEntries(childStates.map(inState)) as Record<CaseState, Prisma.Sql>),
});
