'use server';

import { action } from '#lib/door/action.ts';
import { answerApproval } from './commands/answer-approval.ts';
import { AnswerApproval } from './schema.ts';

/** CHG-1, REQ-1 · Answers an approval that waits for the actor. */
export const answerApprovalAction = action(
  { permission: 'approval.answer', input: AnswerApproval },
  async (actor, input) => {
    const { number } = await answerApproval(actor, input);
    return { message: `${number} ${input.answer}.` };
  },
);
