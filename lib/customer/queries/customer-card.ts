import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { isoTime } from '#lib/platform/iso-time.ts';
import type { TaskKind } from '#lib/record/kind.ts';

/** At most this many of the newest cases are read, so that large customers load as fast as small ones. */
const LOOKED_AT = 500;

/** What an agent wants to know about a case's customer before writing: the person, the account, and their open cases. */
export type CustomerCard = {
  person: { name: string; email: string; timeZone: string; language: string; href: string | null } | null;
  account: { name: string; contractCents: number; href: string | null } | null;
  /** Other open cases of the same customer that the actor may see. */
  otherOpen: number;
  /** When the customer last wrote in this case. */
  lastContactAt: string | null;
};

/** The addresses of customer pages, for users who may see them. */
function paths(actor: Actor) {
  const contacts = Prisma.sql`'/workspace/customers/contacts/' || p.id`;
  const consumers = Prisma.sql`'/workspace/customers/consumers/' || p.id`;
  return {
    person: Prisma.sql`case p.kind when 'contact' then ${maySeeAccounts(actor) ? contacts : Prisma.sql`null`}
      else ${maySeeConsumers(actor) ? consumers : Prisma.sql`null`} end`,
    account: maySeeAccounts(actor) ? Prisma.sql`'/workspace/customers/accounts/' || a.number` : Prisma.sql`null`,
  };
}

/** The customer of the case `t` as JSON, a `CustomerCard`; null for other kinds and for major cases, which have none. */
export function customerCard(kind: TaskKind, actor: Actor): Prisma.Sql {
  if (kind !== 'case') return Prisma.sql`null::json`;
  const { person, account } = paths(actor);
  return Prisma.sql`case when coalesce(t.contact_id, t.consumer_id, t.account_id) is not null then json_build_object(
    'person', (select json_build_object('name', p.name, 'email', coalesce(p.email, ''), 'timeZone', coalesce(p.time_zone, 'UTC'),
        'language', p.language, 'href', ${person})
      from users p where p.id = coalesce(t.contact_id, t.consumer_id)),
    'account', (select json_build_object('name', a.name, 'contractCents', (a.contract_value * 100)::bigint, 'href', ${account})
      from accounts a where a.id = t.account_id),
    'otherOpen', (select count(*)::int from (
        (select id, active from tasks where account_id = t.account_id order by updated_at desc limit ${LOOKED_AT})
        union (select id, active from tasks where consumer_id = t.consumer_id limit ${LOOKED_AT})) near
      where near.active and near.id <> t.id
        and exists (select from tasks t where t.id = near.id and t.kind = 'case' and (${readableOf('case', actor)}))),
    'lastContactAt', (select ${isoTime('e.created_at')}
      from (select * from journal_entries where task_id = t.id order by created_at desc, id desc limit ${LOOKED_AT}) e
      join users w on w.id = e.author_id where e.type = 'comment' and w.kind <> 'internal'
      order by e.created_at desc, e.id desc limit 1)) end`;
}
