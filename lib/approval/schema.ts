import { z } from 'zod';
import { textInput } from '#lib/platform/text-input.ts';

export const AnswerApproval = z.object({
  approvalId: z.uuid(),
  answer: z.enum(['approved', 'rejected']),
  reason: textInput(4_000, 'The reason has at most 4,000 characters.').default(''),
});
export type AnswerApproval = z.input<typeof AnswerApproval>;
