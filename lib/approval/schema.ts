import { z } from 'zod';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

export const AnswerApproval = z.object({
  approvalId: z.uuid(),
  answer: z.enum(['approved', 'rejected']),
  reason: textInput(4_000, 'The reason has at most 4,000 characters.').default(''),
});
export const AskContact = z.object({
  number: TaskNumber,
  email: textInput(254).pipe(z.email('Enter an email address.')),
});
export type AskContact = z.output<typeof AskContact>;

export type AnswerApproval = z.input<typeof AnswerApproval>;
