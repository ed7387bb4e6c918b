import type { Case } from '#lib/case/definition.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { isBlank, withoutInvisible } from '#lib/platform/visible-text.ts';
import { checkValues } from '#lib/task/check-values.ts';
import { runCommand } from '#lib/task/command.ts';
import { createRecord } from '#lib/task/create-records.ts';
import { startingValues } from '#lib/task/starting-values.ts';
import { fitting } from './write-answer.ts';

/** Whose case it becomes. */
export type CaseCustomer = { contactId: string | null; consumerId: string | null; accountId: string | null };

type NewCase = { customer: CaseCustomer; subject: string; text: string; onBehalfOf: string };

/** A subject without what answering and forwarding put before it, as a short description. */
export function titleOf(subject: string): string {
  const plain = withoutInvisible(subject.replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu, ' '));
  const title = plain
    .replace(/^(\s*(re|aw|fw|fwd|wg|sv|antw|回复|답장|회신|전달|転送|返信)\s?(\[\d+\])?\s?[:：])+/i, '')
    .trim();
  const short = title.length > 160 ? `${title.slice(0, 159)}…` : title;
  return isBlank(short) ? 'Email without a subject' : short;
}

/** MAIL-5 · Opens a case of a customer whom we know, of what the customer wrote. The product acts: customers have no form for it. */
export async function openCaseOfMail({ customer, subject, text, onBehalfOf }: NewCase): Promise<Case> {
  const actor: Actor = system;
  const { value } = await runCommand(actor, 'open-case-by-email', async (context) => {
    context.onBehalfOf = onBehalfOf;
    const given = {
      shortDescription: titleOf(subject),
      description: fitting(text),
      channel: 'email',
      ...Object.fromEntries(Object.entries(customer).filter(([, id]) => id !== null)),
    };
    const checked = await checkValues(context, 'case', given, { settable: () => true, record: null });
    return createRecord(context, 'case', { ...checked, ...(await startingValues(context, 'case', checked)) });
  });
  return value;
}
