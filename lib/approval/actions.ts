'use server';

import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { action } from '#lib/door/action.ts';
import { updatedCasesMessage } from '#lib/task/rules/updated-cases-message.ts';
import { answerApproval } from './commands/answer-approval.ts';
import { AnswerApproval } from './schema.ts';

/** CHG-1, REQ-1, SYNC-3 · Answers an approval that waits for the actor. */
export const answerApprovalAction = action(
  { permission: 'approval.answer', input: AnswerApproval },
  async (actor, input) => {
    const { value, updatedCount } = await answerApproval(actor, input);
    const updated = maySeeAffectedCount(actor, value.kind) ? updatedCasesMessage(updatedCount) : '';
    return { message: [`${value.number} ${input.answer}.`, updated].filter(Boolean).join(' ') };
  },
);
