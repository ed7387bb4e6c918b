import { mayGenerateCases, mayNotifyCustomers } from '#lib/access/policy.ts';
import { namedRecord } from '#lib/access/readable-record.ts';
import { messageTemplates } from '#lib/customer-messages/queries/message-templates.ts';
import type { CustomerSort } from '#lib/kinds/outage-source.ts';
import { unreachableBecause } from '#lib/mail-out/unreachable-because.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { readSettings } from '#lib/settings/settings.ts';
import { sourceIsOpen } from '../rules/plan-run.ts';
import { type Communication, type RunDraft, runDraft } from '../run-draft.ts';
import type { GenerateCases } from '../schema.ts';
import { runOf } from './run-of.ts';

const NAMED = 20;

/** PRO-4 · The customers of a run whom a message would not reach: their primary contact, or the consumer, has no channel. */
async function communicationOf(of: CustomerSort, ids: string[]): Promise<Communication> {
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

/** PRO-1 · Preview of *Generate Proactive Cases*. Refused: REL-16 for a missing or hidden record, ACC-6 without the role. */
export async function readRunDraft(actor: Actor, { kind, number, ...whom }: GenerateCases): Promise<RunDraft> {
  const source = await namedRecord(actor, { kind, number }, mayGenerateCases);
  const run = await runOf(db(), await readSettings(db()), source, whom);
  const ids = run.customers.map(({ id }) => id);
  const communication = mayNotifyCustomers(actor, source).ok ? await communicationOf(whom.of, ids) : null;
  return runDraft(run, sourceIsOpen(source), communication);
}
