import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';

/** The lists of customers: label, permission, and columns besides the name. */
export const customerLists = {
  accounts: { label: 'Accounts', may: maySeeAccounts, columns: ['Number', 'Primary contact', 'Phone', 'Parent'] },
  contacts: { label: 'Contacts', may: maySeeAccounts, columns: ['Account', 'Email', 'Active'] },
  consumers: { label: 'Consumers', may: maySeeConsumers, columns: ['Email', 'Active'] },
} as const satisfies Record<string, { label: string; may: (actor: Actor) => boolean; columns: readonly string[] }>;

export type CustomerList = keyof typeof customerLists;

const customerListNames = Object.keys(customerLists) as CustomerList[];

/** The lists of customers that the actor may see. */
export function customerListsOf(actor: Actor): CustomerList[] {
  return customerListNames.filter((name) => customerLists[name].may(actor));
}
