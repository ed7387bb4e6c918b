import { messageTemplates } from '#lib/customer-messages/queries/message-templates.ts';
import type { CustomerSort } from '#lib/kinds/outage-source.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import type { Communication } from '../run-draft.ts';

const NAMED = 20;

/** PRO-4 · The customers of a run whom a message would not reach: their primary contact, or the consumer, has no channel. */
export async function communicationOf(of: CustomerSort, ids: string[]): Promise<Communication> {
  const customers =
    of === 'accounts'
      ? Prisma.sql`(select id, name, primary_contact_id as person from accounts)`
      : Prisma.sql`(select id, name, id as person from users)`;
  const rows = await db().$queryRaw<{ name: string; count: number }[]>`
    select c.name, count(*) over ()::int as count from ${customers} c left join users u on u.id = c.person
    where c.id = any(${ids}::uuid[]) and (u.id is null or ${unreachableBecause} <> '') order by c.name limit ${NAMED}`;
  const unreached = rows.map(({ name }) => name);
  return { unreached, unreachedCount: rows[0]?.count ?? 0, templates: await messageTemplates() };
}
