import { z } from 'zod';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { isBlank } from '#lib/platform/visible-text.ts';

/** Converts line ends: a form sends two characters, a text box uses one. */
const withoutReturns = (text: unknown) => (typeof text === 'string' ? text.replaceAll('\r\n', '\n') : text);
const Text = textInput(8_000, 'The text is longer than 8,000 characters.')
  .trim()
  .refine((text) => !isBlank(text), 'Write the text of the template.');

export const SaveReplyTemplate = z.object({
  /** Absent for a new template. */
  id: z.uuid().optional(),
  /** The version that the user opened (REC-3). */
  version: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  name: lineInput(80, 'The name is longer than 80 characters.').min(1, 'Give the template a name.'),
  text: z.preprocess(withoutReturns, Text),
  usedFor: z.enum(['comment', 'work_note', 'both'], 'Choose what the template is for.'),
  /** A checkbox of a form, or true. */
  shared: z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false),
});
export type SaveReplyTemplate = z.output<typeof SaveReplyTemplate>;

export const DeleteReplyTemplate = z.object({ id: z.uuid() });
export type DeleteReplyTemplate = z.infer<typeof DeleteReplyTemplate>;
