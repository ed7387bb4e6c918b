import { runCommand } from '#lib/engine/command.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { system } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';
import { checkValues } from '#lib/write/check-values.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { startingValues } from '#lib/write/starting-values.ts';
import { cutToLimit } from './write-answer.ts';

/** The customer of the new case. */
export type CaseCustomer = { contactId: string | null; consumerId: string | null; accountId: string | null };

type NewCase = { customer: CaseCustomer; title: string; text: string; onBehalfOf: string };

const ANSWERED = /^\s*(re|aw|fw|fwd|wg|sv|antw|回复|답장|회신|전달|転送|返信)\s?(\[\d+\])?\s?[:：]/i;

/** A subject without prefixes such as Re: and Fwd:, and without the number of the answered case, in any order. */
function withoutAnswered(subject: string, number: string): string {
  const text = subject.trimStart();
  const numbered = /^[[(]?([A-Z]{2,5}\d{4,12})\b[\])]?[\s:–—-]*/i.exec(text);
  const isOurs = numbered?.[1]?.toUpperCase() === number;
  const prefix = isOurs ? numbered?.[0] : ANSWERED.exec(text)?.[0];
  return prefix ? withoutAnswered(text.slice(prefix.length), number) : text;
}

/** MAIL-11 · A subject as a short description; `number`: the closed case that the email answers. */
export function titleOf(subject: string, number = ''): string {
  const plain = withoutInvisible(subject.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' '));
  const title = withoutAnswered(plain, number).trim();
  const short = title.length > 160 ? `${title.slice(0, 159)}…` : title;
  return isBlank(short) ? 'Email without a subject' : short;
}

/** MAIL-5 · Opens a case from a known customer's email, as the product: customers have no such form. */
export async function openCaseOfMail(tx: Db, { customer, title, text, onBehalfOf }: NewCase): Promise<Case> {
  const work = async (context: CommandContext) => {
    context.onBehalfOf = onBehalfOf;
    const given = {
      shortDescription: title,
      description: cutToLimit(text),
      channel: 'email',
      ...Object.fromEntries(Object.entries(customer).filter(([, id]) => id !== null)),
    };
    const checked = await checkValues(context, 'case', given, { settable: () => true, record: null });
    return createRecord(context, 'case', { ...checked, ...(await startingValues(context, 'case', checked)) });
  };
  return (await runCommand(system, 'open-case-by-email', work, tx)).value;
}
