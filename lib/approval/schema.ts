import { z } from 'zod';

export const AnswerApproval = z.object({
  approvalId: z.uuid(),
  answer: z.enum(['approved', 'rejected']),
  reason: z.string().max(4_000).default(''),
});
export type AnswerApproval = z.input<typeof AnswerApproval>;
