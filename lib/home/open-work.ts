import { can, mayApprove } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import { unreadCount } from '#lib/inbox/unread.ts';
import { isUndecidedSql, readableMails, senderOfMail } from '#lib/mail-in/readable-mails.ts';
import { majorCaseCounts } from '#lib/major-case/queries/major-cases.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { inQueue } from './queue-sql.ts';

/** The actor's open work: records by kind, pending approvals (null if the actor approves nothing), and the inbox. */
export type OpenWork = {
  records: Partial<Record<TaskKind, number>>;
  approvals: number | null;
  /** Emails to review; null if the actor works no cases. */
  emails: number | null;
  /** MAJ-1 · Active major cases and pending candidates; null if the actor sees no cases or major cases are switched off. */
  majorCases: { active: number; candidates: number } | null;
  /** The number of unread inbox lines. */
  unread: number;
};

type Row = {
  what: TaskKind | 'approvals' | 'emails' | 'inbox' | 'major-cases' | 'candidates' | 'no-major-cases';
  count: number;
};

/** CHG-1 · The figures in the navigation of every page, read in one query. */
export async function countOpenWork(actor: Actor): Promise<OpenWork> {
  const reviews = can(actor, 'edit', 'case');
  const rows = await db().$queryRaw<Row[]>`
    /* prepared */ select t.kind::text as what, count(*)::int as count from tasks t
    where t.active and t.assigned_to_id = ${actor.id}::uuid and ${readableTasks(actor)} and ${inQueue}
    group by t.kind
    union all
    select 'approvals', count(*)::int from approvals where approver_id = ${actor.id}::uuid and answer = 'requested'
    union all
    select 'emails', count(*)::int from incoming_mails i left join ${senderOfMail}
    where ${isUndecidedSql} and ${reviews} and ${readableMails(actor)}
    union all
    select 'inbox', ${unreadCount(actor)}
    union all (${majorCaseCounts(actor)})`;
  const {
    approvals = 0,
    emails = 0,
    inbox: unread = 0,
    'major-cases': active = 0,
    candidates = 0,
    'no-major-cases': off = 0,
    ...records
  } = Object.fromEntries(rows.map(({ what, count }) => [what, count]));
  return {
    records,
    approvals: mayApprove(actor).ok ? approvals : null,
    emails: reviews ? emails : null,
    majorCases: can(actor, 'see', 'case') && off === 0 ? { active, candidates } : null,
    unread,
  };
}
