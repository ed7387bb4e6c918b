'use server';

import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { action } from '#lib/door/action.ts';
import { updatedCasesMessage } from '#lib/engine/rules/updated-cases-message.ts';
import { answerApproval } from './commands/answer-approval.ts';
import { askContact } from './commands/ask-contact.ts';
import { AnswerApproval, AskContact } from './schema.ts';

/** CHG-1, REQ-1, SYNC-3 · Answers an approval requested from the actor. */
export const answerApprovalAction = action(
  { permission: 'approval.answer', input: AnswerApproval },
  async (actor, input) => {
    const { value, updatedCount } = await answerApproval(actor, input);
    const updated = maySeeAffectedCount(actor, value.kind) ? updatedCasesMessage(updatedCount) : '';
    return { message: [`${value.number} ${input.answer}.`, updated].filter(Boolean).join(' ') };
  },
);

/** POR-7 · Requests a change approval from a contact of an affected account. */
export const askContactAction = action({ permission: 'approval.ask', input: AskContact }, async (actor, input) => {
  const { value: name } = await askContact(actor, input);
  return { message: `Approval requested from ${name}.` };
});
