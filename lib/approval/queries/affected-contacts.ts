import { mayReadTask } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { affectedBy } from '../affected-contacts.ts';
import { mayAskContact } from '../rules/may-ask-contact.ts';

export type AffectedContact = { name: string; email: string; account: string };

/** Only this many are suggested; users can type the addresses of others. */
const AT_MOST = 100;

/** POR-7 · Contacts of the accounts that a change affects, by account and name; empty for users who may not ask them. */
export async function affectedContacts(actor: Actor, changeId: string): Promise<AffectedContact[]> {
  if (!mayAskContact(actor).ok || !(await mayReadTask(db(), actor, changeId))) return [];
  return db().$queryRaw<AffectedContact[]>`
    select u.name, u.email, a.name as account
    from users u join contacts own on own.id = u.id join accounts a on a.id = own.account_id
    where u.email is not null and ${affectedBy(changeId)} order by a.name, u.name, u.id limit ${AT_MOST}`;
}
