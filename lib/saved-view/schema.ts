import { z } from 'zod';
import { typedLine, typedText } from '#lib/platform/typed-text.ts';
import { Kind } from '#lib/task/schema.ts';

export const SaveView = z.object({
  kind: Kind,
  name: typedLine(60, 'The name is longer than 60 characters.').min(1, 'Give the view a name.'),
  /** The list's address after the question mark. */
  query: typedText(2_000),
});
export type SaveView = z.infer<typeof SaveView>;

export const DeleteView = z.object({ id: z.uuid() });
export type DeleteView = z.infer<typeof DeleteView>;
