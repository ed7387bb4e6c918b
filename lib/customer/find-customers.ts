import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { containing } from './pattern.ts';

type SearchResult = { href: string; label: string; detail: string };

const AT_MOST = 3;

/** Accounts, contacts and consumers by name: a few of each, for the command palette. */
export async function findCustomers(actor: Actor, words: string): Promise<SearchResult[]> {
  const pattern = containing(words);
  if (!pattern) return [];
  return db().$queryRaw<SearchResult[]>`
    (select '/workspace/customers/accounts/' || number as href, name as label, 'Account' as detail from accounts
      where ${maySeeAccounts(actor)} and (name ilike ${pattern} or number ilike ${pattern}) order by name limit ${AT_MOST})
    union all
    (select '/workspace/customers/' || u.kind || 's/' || u.id, u.name, initcap(u.kind::text) from users u
      where u.name ilike ${pattern}
        and ((u.kind = 'contact' and ${maySeeAccounts(actor)}) or (u.kind = 'consumer' and ${maySeeConsumers(actor)}))
      order by u.name limit ${AT_MOST})`;
}
