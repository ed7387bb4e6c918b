'use server';

import { action } from '#lib/door/action.ts';
import { answerReplies } from './answer-replies.ts';
import { answeredMessage } from './rules/answered-message.ts';
import { AnswerReplies } from './schema.ts';

/** NOT-8 · Sends the same answer to one or several replies. */
export const answerRepliesAction = action(
  { permission: 'replies.answer', limit: 'bulk', input: AnswerReplies, isOnce: 'each' },
  async (actor, input, callId) => {
    const answered = await answerReplies(actor, input, callId);
    const left = [...answered.refused.map(({ number }) => number), ...answered.waiting];
    return { message: answeredMessage(answered), data: { left }, refused: answered.refused };
  },
);
