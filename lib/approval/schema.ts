import { z } from 'zod';
import { typedText } from '#lib/platform/typed-text.ts';

export const AnswerApproval = z.object({
  approvalId: z.uuid(),
  answer: z.enum(['approved', 'rejected']),
  reason: typedText(4_000, 'The reason has at most 4,000 characters.').default(''),
});
export type AnswerApproval = z.input<typeof AnswerApproval>;
