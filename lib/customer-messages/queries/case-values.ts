import type { CaseState } from '#lib/kinds/case/states.ts';
import { customerOfCase } from '#lib/mail-out/customer-of-case.ts';
import { templatesOf } from '#lib/mail-out/templates/of-language.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Language } from '#lib/words/languages.ts';
import type { MessageValues } from '../message-variables.ts';

/** The values of a case that messages use. */
export type NotifiedCase = {
  id: string;
  number: string;
  title: string;
  state: CaseState;
  active: boolean;
  contact: string;
  account: string;
  /** The customer's language; English if the case has no customer. */
  language: Language;
};

/** Columns of a `NotifiedCase`, from the tasks `t` with account and person. Only customers are named, never staff. */
export const notifiedCase = Prisma.sql`
  t.id, t.number, t.short_description as title, t.state, t.active, coalesce(a.name, '') as account,
  coalesce((select u.language from users u where u.id = ${customerOfCase}), 'en') as language,
  coalesce((select u.name from users u where u.id = ${customerOfCase}), '') as contact
  from tasks t left join accounts a on a.id = t.account_id`;

/** NOT-1, MAIL-10 · The values of a message's variables for a case, in the reader's language; by default, the customer's. */
export function messageValues(
  { number, title, contact, account, state, language: ofCustomer }: NotifiedCase,
  language: Language = ofCustomer,
): MessageValues {
  return { number, short_description: title, contact, account, state: templatesOf[language].states[state] };
}
