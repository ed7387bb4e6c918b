import { maySeeAccounts } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { searchInput } from '#lib/platform/text-input.ts';

/** How many rows of each list an account's page shows. */
const SHOWN = 100;

const LONGEST_NUMBER = 20;

const person = { select: { user: { select: { id: true, name: true, email: true, active: true } } } } as const;
const named = { select: { number: true, name: true } } as const;

/** An account and everything its page shows except cases; null if it is missing or hidden. */
export async function accountByNumber(actor: Actor, number: string) {
  if (!maySeeAccounts(actor)) return null;
  return db().account.findUnique({
    where: { number: searchInput(number, LONGEST_NUMBER).toUpperCase() },
    select: {
      id: true,
      number: true,
      name: true,
      partner: true,
      phone: true,
      address: true,
      contractValue: true,
      primaryContact: person,
      parent: named,
      children: { ...named, orderBy: { name: 'asc' }, take: SHOWN },
      serves: { select: { served: named }, orderBy: { served: { name: 'asc' } }, take: SHOWN },
      servedBy: { select: { partner: named }, orderBy: { partner: { name: 'asc' } }, take: SHOWN },
      contacts: { ...person, orderBy: { user: { name: 'asc' } }, take: SHOWN },
      installBase: {
        select: {
          id: true,
          name: true,
          product: { select: { name: true } },
          configurationItem: { select: { name: true } },
        },
        orderBy: { name: 'asc' },
        take: SHOWN,
      },
      assets: {
        select: { id: true, tag: true, serial: true, product: { select: { name: true } } },
        orderBy: { tag: 'asc' },
        take: SHOWN,
      },
      _count: { select: { contacts: true, children: true, installBase: true, assets: true } },
    },
  });
}
