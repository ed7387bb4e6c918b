import { z } from 'zod';
import { textInput, typedWords } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { Condition } from './condition.ts';
import { customerSorts } from './customer-sort.ts';

/** Small enough for one call, and far more than a user picks by hand. */
const MAX_CHOSEN = 500;
/** ACC-12 · Below the size limit of a call; enough for more than 10,000 rows. */
export const LONGEST_FILE = 400_000;
export const TOO_LARGE = 'The file is too large: 400,000 characters at most.';

/** MAJ-5 · Identifies a list of a major case. */
export const ListOf = z.object({ number: TaskNumber, of: z.enum(customerSorts) });
export type ListOf = z.output<typeof ListOf>;

export const SaveCondition = ListOf.extend({ condition: Condition });
export type SaveCondition = z.output<typeof SaveCondition>;

export const AddRecipients = ListOf.extend({
  customerIds: z.array(z.uuid()).min(1, 'Choose a customer first.').max(MAX_CHOSEN),
});
export type AddRecipients = z.output<typeof AddRecipients>;

/** MAJ-5 · A file of customers, as text. */
export const ReadFile = ListOf.extend({
  text: textInput(LONGEST_FILE, TOO_LARGE).min(1, 'Choose a file first.'),
});
export type ReadFile = z.output<typeof ReadFile>;

export const ChangeRecipient = ListOf.extend({ recipientId: z.uuid() });
export type ChangeRecipient = z.output<typeof ChangeRecipient>;

export const SetCommunication = ChangeRecipient.extend({ active: z.boolean() });
export type SetCommunication = z.output<typeof SetCommunication>;

/** MAJ-5 · The comment that customers read in their new cases. */
export const CreateChildCases = ListOf.extend({ comment: textInput(40_000) });
export type CreateChildCases = z.output<typeof CreateChildCases>;

/** MAJ-5 · A condition in the form that addresses use. */
export const MatchesQuery = ListOf.extend({
  condition: z
    .string()
    .max(4_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'This is not a valid condition.' });
        return z.NEVER;
      }
    })
    .pipe(Condition),
});
export type MatchesQuery = z.output<typeof MatchesQuery>;

export const CustomersQuery = ListOf.extend({ q: typedWords });
export type CustomersQuery = z.output<typeof CustomersQuery>;
