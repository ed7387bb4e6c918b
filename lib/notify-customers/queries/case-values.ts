import { customerOfCase } from '#lib/customer/customer-of-case.ts';
import { Prisma } from '#lib/platform/db.ts';
import { stateShown } from '#lib/task/state-shown.ts';
import type { MessageValues } from '../message-variables.ts';

/** A case as a message reads it. */
export type NotifiedCase = {
  id: string;
  number: string;
  title: string;
  state: string;
  active: boolean;
  contact: string;
  account: string;
};

/** What a `NotifiedCase` is read from: the tasks `t` with the names of account and person. Customers alone are named. */
export const notifiedCase = Prisma.sql`
  t.id, t.number, t.short_description as title, t.state, t.active, coalesce(a.name, '') as account,
  coalesce((select u.name from users u where u.id = ${customerOfCase}), '') as contact
  from tasks t left join accounts a on a.id = t.account_id`;

/** NOT-1 · What the variables of a message say of a case. */
export function messageValues({ number, title, contact, account, state }: NotifiedCase): MessageValues {
  return { number, short_description: title, contact, account, state: stateShown('case', state).label };
}
