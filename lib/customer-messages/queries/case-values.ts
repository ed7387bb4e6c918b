import type { CaseState } from '#lib/kinds/case/states.ts';
import { customerOfCase } from '#lib/mail-out/customer-of-case.ts';
import { templatesOf } from '#lib/mail-out/templates/of-language.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Language } from '#lib/words/languages.ts';
import type { MessageValues } from '../message-variables.ts';

/** A case as a message reads it. */
export type NotifiedCase = {
  id: string;
  number: string;
  title: string;
  state: CaseState;
  active: boolean;
  contact: string;
  account: string;
  /** The customer's; English where the case has none. */
  language: Language;
};

/** What a `NotifiedCase` is read from: the tasks `t` with the names of account and person. Customers alone are named. */
export const notifiedCase = Prisma.sql`
  t.id, t.number, t.short_description as title, t.state, t.active, coalesce(a.name, '') as account,
  coalesce((select u.language from users u where u.id = ${customerOfCase}), 'en') as language,
  coalesce((select u.name from users u where u.id = ${customerOfCase}), '') as contact
  from tasks t left join accounts a on a.id = t.account_id`;

/** NOT-1, MAIL-10 · What the variables of a message say of a case, to who reads this language: if not said otherwise, its customer. */
export function messageValues(
  { number, title, contact, account, state, language: ofCustomer }: NotifiedCase,
  language: Language = ofCustomer,
): MessageValues {
  return { number, short_description: title, contact, account, state: templatesOf[language].states[state] };
}
