import { maySeeAccounts, maySeeConsumers } from '#lib/access/customers.ts';
import type { Contact } from '#lib/customer-messages/queries/each-message-sql.ts';
import { listHref, listOf } from '#lib/list/list-query.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { pathOfAccount } from '#lib/record/account-number.ts';
import { affectedByCustomer, affectedTables, type Origin } from '../affected-sql.ts';
import { pageOfAffected } from '../page-sql.ts';
import type { ImpactPill } from '../pills.ts';

/** IMP-1 · An affected customer, with the reasons. */
export type ImpactRow = {
  id: string;
  isConsumer: boolean;
  name: string;
  /** The customer's page; null if the actor may not see it. */
  href: string | null;
  contractCents: number;
  /** From the failing item, step by step, to an install base item; null if the customer has none on this path. */
  path: { steps: string[]; item: string } | null;
  /** False: a deactivated consumer. */
  active: boolean;
  /** The first associated cases by number, excluding the proactive one, and their total. */
  otherCases: string[];
  otherCount: number;
  products: string[];
  /** The number of install base items hit. */
  items: number;
  /** IMP-2 · A business service on the path is not operational. */
  critical: boolean;
  /** That business service, if one is not operational. */
  criticalService: string | null;
  /** All open cases of the customer, about any record. `MAX_COUNTED` + 1 represents any higher number. */
  openCases: number;
  openCasesHref: string;
  /** PRO-3 · The record has a proactive case for the customer, even if it is closed or no longer associated. */
  hasProactive: boolean;
  proactiveCase: string | null;
  message: { is: Contact; because: string } | null;
  majorCase: string | null;
};

export type ImpactPage = { rows: ImpactRow[]; next: string | null };

type Row = Omit<ImpactRow, 'href' | 'openCasesHref' | 'contractCents' | 'path' | 'message'> & {
  accountNumber: string | null;
  contractCents: bigint;
  steps: string[] | null;
  item: string | null;
  contact: Contact | null;
  because: string | null;
};

const PAGE = 50;

/** IMP-1 · Affected customers, 50 a page by keyset, as the actor may see them. The caller has checked the actor's access. */
export async function impactPage(
  actor: Actor,
  origin: Origin,
  { pill, after }: { pill: ImpactPill; after: string | null },
): Promise<ImpactPage> {
  const rows = await db().$queryRaw<Row[]>`
    with recursive ${affectedTables(origin)}, ${affectedByCustomer(origin)},
      ${pageOfAffected(actor, { pill, after, size: PAGE + 1 })}`;
  const shown = rows.slice(0, PAGE).map((row) => rowOf(actor, row));
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

function rowOf(actor: Actor, { accountNumber, contractCents, steps, item, contact, because, ...row }: Row): ImpactRow {
  const path = steps && item !== null ? { steps, item } : null;
  const ofCustomer = { [row.isConsumer ? 'consumer' : 'account']: [row.id], active: ['yes'] };
  return {
    ...row,
    contractCents: Number(contractCents),
    path,
    message: contact && { is: contact, because: because ?? '' },
    href: hrefOf(actor, row.id, accountNumber),
    openCasesHref: listHref(listOf('case', ofCustomer)),
  };
}

function hrefOf(actor: Actor, id: string, accountNumber: string | null): string | null {
  if (accountNumber !== null) return maySeeAccounts(actor) ? pathOfAccount(accountNumber) : null;
  return maySeeConsumers(actor) ? `/workspace/customers/consumers/${id}` : null;
}
