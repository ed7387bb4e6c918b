import { z } from 'zod';
import { FileName } from '#lib/attachment/schema.ts';
import { lineInput, textInput, writtenInput } from '#lib/platform/text-input.ts';
import { isTimeZone } from '#lib/platform/time-zones.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { languages } from '#lib/words/languages.ts';

// Field errors are message keys; the portal translates them.
const LONGEST = 40_000;
const Email = z.preprocess(
  (typed) => (typeof typed === 'string' ? typed.trim() : typed),
  z.email('field.email').max(254),
);

export const Comment = z.object({ number: TaskNumber, text: writtenInput(LONGEST, 'field.message') });
export type Comment = z.output<typeof Comment>;

export const AnswerSolution = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accept'), number: TaskNumber }),
  z.object({ answer: z.literal('reject'), number: TaskNumber, reason: writtenInput(LONGEST, 'field.reason') }),
]);
export type AnswerSolution = z.output<typeof AnswerSolution>;

export const CloseOwn = z.object({ number: TaskNumber, reason: writtenInput(LONGEST, 'field.close-reason') });
export type CloseOwn = z.output<typeof CloseOwn>;

export const AddColleague = z.object({ number: TaskNumber, email: Email, may: z.enum(['read', 'answer']) });
export type AddColleague = z.output<typeof AddColleague>;

export const RemoveColleague = z.object({ number: TaskNumber, userId: z.uuid() });
export type RemoveColleague = z.output<typeof RemoveColleague>;

/** POR-18 · The id of a form, which separates the files that wait for it. */
const FormName = textInput(60);

export const StoreFormFile = z.object({ form: FormName.min(1), name: FileName });

export const OpenCase = z.object({
  description: writtenInput(LONGEST, 'field.describe'),
  /** `product:ID` or `asset:ID`. */
  thing: textInput(60).default(''),
  /** How urgent the case is for the customer: its initial priority. */
  urgency: z.enum(['', '2', '3', '4']).default(''),
  /** POR-16: the number of the case that this case refers to. */
  about: TaskNumber.default(''),
  /** POR-19: the email address of the colleague for whom the case is opened. */
  forEmail: z.union([z.literal(''), Email]).default(''),
  /** POR-18: the form whose files are attached; absent: no files. */
  form: FormName.default(''),
});
export type OpenCase = z.output<typeof OpenCase>;

export const SaveProfile = z.object({
  name: lineInput(100).min(1, 'refused.REC-5'),
  language: z.enum(languages),
  timeZone: textInput(60).refine(isTimeZone, 'refused.REC-5'),
});
export type SaveProfile = z.output<typeof SaveProfile>;

/** POR-6, REQ-3 · The ordered items of the catalog, their quantities, and the customer. */
export const Order = z.object({
  items: z
    .array(z.object({ catalogItemId: z.uuid(), quantity: z.coerce.number().int().min(1).max(99) }))
    .min(1, 'field.items')
    .max(20),
  deliveryInformation: textInput(4_000, 'field.too-long').default(''),
  forEmail: z.union([z.literal(''), Email]).default(''),
});
export type Order = z.output<typeof Order>;

/** POR-7 */
export const AnswerOwnApproval = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('approved'), approvalId: z.uuid() }),
  z.object({
    answer: z.literal('rejected'),
    approvalId: z.uuid(),
    reason: writtenInput(4_000, 'field.reject-reason'),
  }),
]);
export type AnswerOwnApproval = z.output<typeof AnswerOwnApproval>;

const Password = z.string().max(1_000, 'field.too-long');

/** ACC-3, ACC-11 */
export const ChangePassword = z
  .object({ currentPassword: Password, newPassword: Password, repeated: Password })
  .refine(({ newPassword, repeated }) => newPassword === repeated, {
    path: ['repeated'],
    message: 'field.passwords-differ',
  });
export type ChangePassword = z.output<typeof ChangePassword>;
