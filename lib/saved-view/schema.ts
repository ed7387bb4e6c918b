import { z } from 'zod';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { Kind } from '#lib/task/schema.ts';

export const SaveView = z.object({
  kind: Kind,
  name: lineInput(60, 'The name is longer than 60 characters.').min(1, 'Give the view a name.'),
  /** The list's address after the question mark. */
  query: textInput(2_000),
});
export type SaveView = z.infer<typeof SaveView>;

export const DeleteView = z.object({ id: z.uuid() });
export type DeleteView = z.infer<typeof DeleteView>;
