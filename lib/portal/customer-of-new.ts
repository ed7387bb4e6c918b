import { openableFor } from '#lib/access/open-cases.ts';
import type { Person } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { colleagueIsUnknown } from './rules/colleagues.ts';

type CustomerOfNew =
  | { consumerId: string; contactId: null; accountId: null }
  | {
      contactId: string;
      consumerId: null;
      accountId: string;
      partnerId?: string;
      partnerContactId?: string;
    };

/** POR-19 · The customer of a new case: the actor, or the person with this address for whom the actor may open cases. */
export async function customerOfNew(tx: Db, actor: Person, email: string): Promise<CustomerOfNew> {
  if (!('accountId' in actor)) {
    if (email !== '') throw colleagueIsUnknown('forEmail');
    return { consumerId: actor.id, contactId: null, accountId: null };
  }
  if (email === '') return { contactId: actor.id, consumerId: null, accountId: actor.accountId };
  const [person] = await tx.$queryRaw<{ id: string; accountId: string }[]>`
    select c.id, c.account_id as "accountId" from contacts c join users u on u.id = c.id
    where u.email = ${email.toLowerCase()} and u.active and ${openableFor(actor)}`;
  if (!person) throw colleagueIsUnknown('forEmail');
  const isServed = person.accountId !== actor.accountId;
  return {
    contactId: person.id,
    consumerId: null,
    accountId: person.accountId,
    ...(isServed ? { partnerId: actor.accountId, partnerContactId: actor.id } : {}),
  };
}
