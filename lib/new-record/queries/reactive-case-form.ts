import { opensCasesFor } from '#lib/access/customers.ts';
import { readableTasks } from '#lib/access/readable.ts';
import { linkOfSource, type SourceKind, sourceKinds } from '#lib/kinds/outage-source.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { links } from '#lib/record/link.ts';
import { recordIsOpen } from '#lib/related/rules/may-relate.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { linksAtCreation } from '../form.ts';
import type { ReactiveCase, ReactiveCaseForm } from '../reactive-case.ts';

type Source = { kind: TaskKind; number: string; state: string; title: string };
type Customer = { name: string; personId: string | null; person: string | null };

const isSource = (kind: TaskKind): kind is SourceKind => sourceKinds.some((each) => each === kind);

/** The account with its primary contact, or the consumer. */
async function readCustomer(of: ReactiveCase): Promise<Customer | null> {
  const [customer] =
    'account' in of
      ? await db().$queryRaw<Customer[]>`
          select a.name, u.id as "personId", u.name as person from accounts a
          left join users u on u.id = a.primary_contact_id and u.active where a.id = ${of.account}::uuid`
      : await db().$queryRaw<Customer[]>`
          select name, id as "personId", name as person from users where id = ${of.consumer}::uuid and kind = 'consumer' and active`;
  return customer ?? null;
}

const text = (value: string | null, display = value) => (value ? { value, display: display ?? '' } : null);

/**
 * PRO-7, REL-16 · The initial values of a case about a record. Null if the actor may not open cases for such customers or link
 * such records, if the record is missing, hidden or closed, or if the customer is missing.
 */
export async function reactiveCaseForm(
  actor: Actor,
  settings: Settings,
  of: ReactiveCase,
): Promise<ReactiveCaseForm | null> {
  if (!opensCasesFor(actor).includes('account' in of ? 'contact' : 'consumer')) return null;
  const [source] = await db().$queryRaw<Source[]>`
    select t.kind::text as kind, t.number, t.state, t.short_description as title from tasks t
    where t.number = ${of.about} and (${readableTasks(actor)})`;
  if (!source || !isSource(source.kind) || !recordIsOpen(source).ok) return null;
  const link = linkOfSource[source.kind];
  const customer = linksAtCreation(actor, settings).link.includes(link) ? await readCustomer(of) : null;
  if (!customer) return null;
  const person = text(customer.personId, customer.person);
  const values = {
    shortDescription: text(source.title),
    ...('account' in of ? { accountId: text(of.account, customer.name), contactId: person } : { consumerId: person }),
  };
  const filled = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return { related: { link, number: source.number }, as: links[link].as, values: Object.fromEntries(filled) };
}
