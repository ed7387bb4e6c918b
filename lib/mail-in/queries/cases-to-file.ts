import { can, mayReachChildren } from '#lib/access/policy.ts';
import { workedOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { matchesWords } from '#lib/record/search.ts';
import { type Linkable, linkableOf } from '#lib/related/queries/linkable.ts';

type Row = { number: string; title: string; state: string; priority: number; customer: string };

const AT_MOST = 20;

/** MAIL-5 · The cases that contain the email already; it is not filed there again. */
const standsThere = (mailId: string) => Prisma.sql`
  select task_id from mail_moves where mail_id = ${mailId}::uuid
  union all select task_id from incoming_mails where id = ${mailId}::uuid and task_id is not null`;

/**
 * MAIL-5 · The open cases, by number or words, to which the actor can file an email; newest first. `moves`: the email that is
 * moved, whose own cases are left out.
 */
export async function casesToFile(actor: Actor, words: string, moves?: string): Promise<Linkable[]> {
  if (!can(actor, 'edit', 'case')) return [];
  const elsewhere = moves ? Prisma.sql`t.id not in (${standsThere(moves)})` : Prisma.sql`true`;
  // ACC-13 · An email filed to a major case also reaches its child cases.
  const major = mayReachChildren(actor, { kind: 'case', majorCaseState: 'accepted' }).ok
    ? Prisma.sql`true`
    : Prisma.sql`not exists (select from cases c where c.id = t.id and c.major_case_state = 'accepted')`;
  const rows = await db().$queryRaw<Row[]>`
    select t.number, t.short_description as title, t.state, t.priority, concat_ws(', ', a.name, u.name) as customer
    from tasks t left join accounts a on a.id = t.account_id
      left join users u on u.id = coalesce(t.contact_id, t.consumer_id)
    where t.kind = 'case' and t.active and ${matchesWords('case', words)} and ${elsewhere} and ${major} and (${workedOf('case', actor)})
    order by t.opened_at desc, t.id desc limit ${AT_MOST}`;
  return rows.map(({ customer, ...row }) => linkableOf('case', row, customer));
}
