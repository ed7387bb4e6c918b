import { type StateShown, stateShown } from '#lib/kinds/state-shown.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { holds } from '#lib/platform/folded-sql.ts';
import { pageOf } from '#lib/platform/keyset.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { pathOfNumber } from '#lib/record/kind.ts';
import type { CustomerSort } from '../customer-sort.ts';

/** A row of a list. `person`: the person the case is for; `unreachable`: why emails do not arrive, empty if they do. */
export type RecipientRow = {
  id: string;
  name: string;
  number: string;
  href: string;
  person: string;
  unreachable: string;
  dynamicallyAdded: boolean;
  activeCommunication: boolean;
  state: 'listed' | 'queued' | 'made' | 'had' | 'left_out';
  reason: string;
  case: { number: string; href: string; state: StateShown } | null;
};

export type RecipientPlace = { name: string; id: string };

type Row = Omit<RecipientRow, 'case'> & { caseNumber: string | null; caseState: string | null };

const PAGE = 50;

const sources: Readonly<Record<CustomerSort, Prisma.Sql>> = {
  accounts: Prisma.sql`select r.*, n.name, n.number, '/workspace/customers/accounts/' || n.number as href,
    coalesce(u.name, '') as person, case when u.id is null then 'no primary contact' else ${unreachableBecause} end as unreachable
    from recipients r join accounts n on n.id = r.account_id left join users u on u.id = n.primary_contact_id`,
  consumers: Prisma.sql`select r.*, u.name, coalesce(u.email, '') as number, '/workspace/customers/consumers/' || u.id as href,
    u.name as person, ${unreachableBecause} as unreachable from recipients r join users u on u.id = r.consumer_id`,
};

type Query = { words?: string; after?: RecipientPlace | null; before?: RecipientPlace | null };
type Page = { rows: RecipientRow[]; next: RecipientPlace | null; previous: RecipientPlace | null };

/** MAJ-5 · A page of a list that the actor may read, sorted by name. */
export async function listRecipients(
  { id, of }: { id: string | null; of: CustomerSort },
  { words = '', after = null, before = null }: Query,
): Promise<Page> {
  const searchText = searchInput(words);
  const named = searchText
    ? Prisma.sql`and (${holds(Prisma.sql`l.name`, searchText)} or ${holds(Prisma.sql`l.number`, searchText)})`
    : Prisma.empty;
  const place = before ?? after;
  const beyond = place
    ? Prisma.sql`and (l.name, l.id) ${before ? Prisma.sql`<` : Prisma.sql`>`} (${place.name}, ${place.id}::uuid)`
    : Prisma.empty;
  const direction = before ? Prisma.sql`desc` : Prisma.sql`asc`;
  const rows = await db().$queryRaw<Row[]>`
    select l.id, l.name, l.number, l.href, l.person, l.unreachable, l.dynamically_added as "dynamicallyAdded",
      l.active_communication as "activeCommunication", l.state::text as state, l.reason,
      t.number as "caseNumber", t.state as "caseState"
    from (${sources[of]} where r.list_id = ${id}::uuid) l left join tasks t on t.id = l.case_id
    where true ${named} ${beyond} order by l.name ${direction}, l.id ${direction} limit ${PAGE + 1}`;
  const page = pageOf(rows, PAGE, before ? 'before' : after ? 'after' : 'first');
  const placeOf = (row: Row | null) => row && { name: row.name, id: row.id };
  return { rows: page.rows.map(asShown), next: placeOf(page.next), previous: placeOf(page.previous) };
}

function asShown({ caseNumber, caseState, ...row }: Row): RecipientRow {
  if (!caseNumber) return { ...row, case: null };
  return {
    ...row,
    case: { number: caseNumber, href: pathOfNumber(caseNumber), state: stateShown('case', caseState ?? '') },
  };
}

/** All customers on a list; `waiting`: without a case from it; of these, those who `have` a case anyway, and the inactive. */
export type RecipientCounts = { all: number; waiting: number; have: number; haveNames: string[]; inactive: number };

/** MAJ-5 · What *Create Child Cases* would do to a list; the run follows the same rules. */
export async function countRecipients(id: string | null): Promise<RecipientCounts> {
  const [count] = await db().$queryRaw<RecipientCounts[]>`
    with children as materialized (
      select t.account_id, t.consumer_id from recipients_lists l join cases c on c.parent_id = l.major_case_id
      join tasks t on t.id = c.id where l.id = ${id}::uuid),
    listed as materialized (
      select r.state, coalesce(a.name, u.name) as name, coalesce(u.active, true) as active,
        r.state in ('listed', 'left_out') as waits,
        coalesce(r.account_id in (select account_id from children where account_id is not null), false)
          or coalesce(r.consumer_id in (select consumer_id from children where consumer_id is not null), false) as has
      from recipients r left join accounts a on a.id = r.account_id left join users u on u.id = r.consumer_id
      where r.list_id = ${id}::uuid)
    select count(*)::int as all, (count(*) filter (where waits))::int as waiting,
      (count(*) filter (where waits and has))::int as have,
      array(select name from listed where waits and has order by name limit 3) as "haveNames",
      (count(*) filter (where waits and not has and not active))::int as inactive from listed`;
  return count ?? { all: 0, waiting: 0, have: 0, haveNames: [], inactive: 0 };
}
