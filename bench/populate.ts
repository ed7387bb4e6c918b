import { db } from '#lib/platform/db.ts';
import { actorOfUser } from '#lib/session/actors.ts';

/** Creates a user with these roles, and returns the actor. */
export async function aPerson(name: string, roles: readonly string[]) {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@bench.test`;
  const { id } = await db().user.create({ data: { name, email, kind: 'internal', audience: 'internal' } });
  await db().userRole.createMany({ data: roles.map((role) => ({ userId: id, role, audience: 'internal' as const })) });
  const actor = await actorOfUser(db(), id);
  if (!actor) throw new Error(`${name} is nobody.`);
  return actor;
}

/** Creates a contact with this role at the account with this name. */
export async function aContact(account: string, name: string, role: string) {
  const { id: accountId } =
    (await db().account.findFirst({ where: { name: account } })) ??
    (await db().account.create({ data: { name: account } }));
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@bench.test`;
  const { id } = await db().user.create({ data: { name, email, kind: 'contact', audience: 'external' } });
  await db().contact.create({ data: { id, accountId } });
  await db().userRole.create({ data: { userId: id, role, audience: 'external' } });
  const actor = await actorOfUser(db(), id);
  if (!actor) throw new Error(`${name} is nobody.`);
  return actor;
}

const WORDS = ['line', 'mail', 'payment', 'router', 'invoice', 'branch', 'login', 'report', 'terminal', 'backup'];
const TROUBLES = [
  'is down',
  'answers slowly',
  'fails at noon',
  'shows an error',
  'was lost',
  'arrives twice',
  'flickers',
];

/** The related records that all cases of a batch share. */
type Related = { incidentId?: string; changeId?: string; causedByChangeId?: string };

/**
 * Writes `count` cases of twenty accounts in bulk: spread over a year, states and priorities. One in a thousand has a rare
 * word. Cases with related records are open.
 */
export async function writeCases(count: number, related: Related = {}): Promise<void> {
  const { incidentId = null, changeId = null, causedByChangeId = null } = related;
  const isRelated = Object.values(related).length > 0;
  await db().$executeRaw`
    insert into accounts (name) select 'Account ' || n from generate_series(1, 20) n
    where not exists (select from accounts)`;
  await db().$executeRaw`
    with accounts_in_order as (select id, row_number() over (order by number) as place from accounts),
    made as (
      insert into tasks (kind, number, short_description, description, state, active, priority, account_id, opened_at,
                         created_at, updated_at)
      select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'),
        (${WORDS}::text[])[1 + n % ${WORDS.length}::int] || ' ' || (${TROUBLES}::text[])[1 + n % ${TROUBLES.length}::int]
          || case when n % 1000 = 0 then ' zephyr' else '' end,
        'Since ' || n % 24 || ' h. Customer ' || n || ' asks for an answer today.',
        s.state, s.state <> 'closed', 1 + n % 5, a.id, opened, opened, opened + make_interval(mins => (n % 4000)::int)
      from generate_series(1, ${count}::int) g(n)
      join accounts_in_order a on a.place = 1 + g.n % 20
      cross join lateral (select now() - make_interval(mins => ((n::bigint * 7919) % 525600)::int) as opened) o
      cross join lateral (
        select case when ${isRelated}::boolean then 'open' else
          (array['new', 'open', 'awaiting_info', 'resolved', 'closed', 'closed', 'closed'])[1 + n % 7] end as state) s
      returning id)
    insert into cases (id, channel, incident_id, change_id, caused_by_change_id, proactive)
    select id, 'web', ${incidentId}::uuid, ${changeId}::uuid, ${causedByChangeId}::uuid, true from made`;
  await db().$executeRawUnsafe('analyze');
}

/** Writes `count` cases of a contact. Always ten are resolved, ten have a request, and twenty contain a rare word. */
export async function writeCasesOf(contactId: string, count: number): Promise<void> {
  await db().$executeRaw`
    with made as (
      insert into tasks (kind, number, short_description, description, state, active, priority, account_id, contact_id,
                         opened_at, created_at, updated_at, customer_updated_at)
      select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'),
        (${WORDS}::text[])[1 + n % ${WORDS.length}::int] || ' ' || (${TROUBLES}::text[])[1 + n % ${TROUBLES.length}::int]
          || case when n <= 20 then ' zephyr' else '' end,
        'Since ' || n % 24 || ' h.', s.state, s.state <> 'closed', 1 + n % 5, c.account_id, c.id,
        opened, opened, touched, touched
      from generate_series(1, ${count}::int) g(n) join contacts c on c.id = ${contactId}::uuid
      cross join lateral (select now() - make_interval(mins => ((n::bigint * 7919) % 525600)::int) as opened) o
      cross join lateral (select opened + make_interval(mins => (n % 4000)::int) as touched) u
      cross join lateral (select case when n <= 10 then 'resolved' when n % 4 = 0 then 'open' else 'closed' end as state) s
      returning id, number, account_id, contact_id, opened_at),
    written as (insert into cases (id, channel) select id, 'web' from made returning id),
    ordered as (
      insert into tasks (kind, number, short_description, state, account_id, opened_at, created_at, updated_at)
      select 'request', 'REQ' || number, 'Ordered', 'approved', account_id, opened_at, opened_at, opened_at
      from (select * from made order by number offset 10 limit 10) later returning id, number)
    insert into requests (id, case_id, requested_for_id)
    select o.id, made.id, made.contact_id from ordered o join made on 'REQ' || made.number = o.number`;
}

/**
 * Writes a work note, with its own command, for each case that has no entries and is not closed. One note in a thousand has
 * a rare word.
 */
export async function writeNotes(): Promise<void> {
  await db().$executeRaw`
    with bare as (
      select t.id, t.opened_at, row_number() over (order by t.id) as n, uuid_v7() as cause_id from tasks t
      where t.kind = 'case' and t.state <> 'closed' and not exists (select from journal_entries e where e.task_id = t.id)),
    made as (insert into causes (id, at, task_id, command) select cause_id, opened_at, id, 'bench' from bare)
    insert into journal_entries (task_id, type, text, created_at, cause_id)
    select id, 'work_note', 'Checked the ' || (${WORDS}::text[])[1 + n % ${WORDS.length}::int] || ' with customer ' || n
      || case when n % 1000 = 0 then ' and saw a quetzal' else '' end, opened_at, cause_id
    from bare`;
}
