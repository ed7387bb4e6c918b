import { z } from 'zod';
import { AddCustomer } from '#lib/customer/schema.ts';
import { writtenInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

export const MailId = z.object({ id: z.uuid() });
export type MailId = z.infer<typeof MailId>;

/** The customer of the new case: a chosen one, or the sender as a new customer; else the known sender. */
export const OpenCaseFromMail = MailId.extend({
  contactId: z.uuid().optional(),
  consumerId: z.uuid().optional(),
  newCustomer: AddCustomer.omit({ email: true }).optional(),
}).refine(
  ({ contactId, consumerId, newCustomer }) => [contactId, consumerId, newCustomer].filter(Boolean).length <= 1,
  'Choose one customer.',
);
export type OpenCaseFromMail = z.infer<typeof OpenCaseFromMail>;

export const FileMail = MailId.extend({ number: TaskNumber });
export type FileMail = z.infer<typeof FileMail>;

export const AnswerMail = MailId.extend({ text: writtenInput(20_000, 'Enter an answer.') });
export type AnswerMail = z.infer<typeof AnswerMail>;
