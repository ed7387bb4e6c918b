'use server';

import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { action } from '#lib/door/action.ts';
import { updatedCasesMessage } from '#lib/engine/rules/updated-cases-message.ts';
import { answerApproval } from './commands/answer-approval.ts';
import { askContact } from './commands/ask-contact.ts';
import { AnswerApproval, AskContact } from './schema.ts';

/** CHG-1, REQ-1, SYNC-3 · Answers an approval that waits for the actor. */
export const answerApprovalAction = action(
  { permission: 'approval.answer', input: AnswerApproval },
  async (actor, input) => {
    const { value, updatedCount } = await answerApproval(actor, input);
    const updated = maySeeAffectedCount(actor, value.kind) ? updatedCasesMessage(updatedCount) : '';
    return { message: [`${value.number} ${input.answer}.`, updated].filter(Boolean).join(' ') };
  },
);

/** POR-7 · Asks a contact of an affected account for approval of a change. */
export const askContactAction = action({ permission: 'approval.ask', input: AskContact }, async (actor, input) => {
  const { value: name } = await askContact(actor, input);
  return { message: `${name} was asked for approval.` };
});
