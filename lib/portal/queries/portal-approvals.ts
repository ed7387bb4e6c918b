import { mayAnswerSql } from '#lib/access/answers-approval.ts';
import { withoutInternalNumbers } from '#lib/field-mapping/rules/without-internal-numbers.ts';
import type { Person } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { linksTo } from '#lib/record/link.ts';
import { hasRecord } from '#lib/record/link-sql.ts';

/** POR-7 · An approval that waits for an external person, with what the person needs to decide. */
export type PortalApproval = {
  id: string;
  /** Of a requested item, or of a change. */
  about: 'order' | 'change';
  title: string;
  description: string;
  quantity: number | null;
  priceCents: number | null;
  /** Who asked for it, if it was a person of the customer's side. */
  requestedBy: string | null;
  /** The planned time of a change. */
  plannedStart: string | null;
  plannedEnd: string | null;
  askedAt: string;
};

type Row = Omit<PortalApproval, 'askedAt' | 'plannedStart' | 'plannedEnd'> & {
  askedAt: Date;
  plannedStart: Date | null;
  plannedEnd: Date | null;
};

/** The task `t`, which asks for approval, is related to the case with this number. */
const isBehind = (number: string) => Prisma.sql`exists (select from cases c join tasks behind on behind.id = c.id
  where behind.number = ${number} and (${hasRecord(linksTo('change'), Prisma.sql`t.id`)}
    or c.id = (select whole.case_id from requested_items part join requests whole on whole.id = part.request_id where part.id = t.id)))`;

/** The approvals that the actor can still answer. */
const waiting = ({ id }: Person) => Prisma.sql`
  from approvals a join tasks t on t.id = a.task_id join users u on u.id = a.approver_id
  where a.approver_id = ${id}::uuid and a.answer = 'requested' and u.kind <> 'internal' and ${mayAnswerSql(Prisma.sql`t.id`)}`;

/** POR-7 · The approvals that wait for this external person, oldest first; optionally only those of one case. */
export async function portalApprovals(actor: Person, caseNumber: string | null = null): Promise<PortalApproval[]> {
  const ofCase = caseNumber === null ? Prisma.empty : Prisma.sql`and ${isBehind(caseNumber)}`;
  const rows = await db().$queryRaw<Row[]>`
    /* prepared */ select w.id, w.requested_at as "askedAt", w.title, w.description,
           case when o.id is not null then 'order' else 'change' end as about,
           o.quantity, o.price_cents as "priceCents", ch.planned_start as "plannedStart", ch.planned_end as "plannedEnd",
           case when requester.kind <> 'internal' then requester.name end as "requestedBy"
    from (select a.id, a.requested_at, t.id as task_id, t.short_description as title, t.description ${waiting(actor)} ${ofCase}) w
    left join requested_items o on o.id = w.task_id
    left join requests r on r.id = o.request_id left join users requester on requester.id = r.requested_for_id
    left join changes ch on ch.id = w.task_id
    order by w.requested_at, w.id limit 50`;
  return rows.map(({ askedAt, plannedStart, plannedEnd, ...row }) => ({
    ...row,
    title: withoutInternalNumbers(row.title),
    // ADM-8: customers see the fields of a change that administrators show; its description is written for staff.
    description: row.about === 'change' ? '' : withoutInternalNumbers(row.description),
    askedAt: askedAt.toISOString(),
    plannedStart: plannedStart?.toISOString() ?? null,
    plannedEnd: plannedEnd?.toISOString() ?? null,
  }));
}

/** POR-15 · The number of waiting approvals. */
export async function countPortalApprovals(actor: Person): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`select count(*)::int as count ${waiting(actor)}`;
  return row?.count ?? 0;
}
