import { z } from 'zod';
import { Kind } from '#lib/task/schema.ts';

export const SaveView = z.object({
  kind: Kind,
  name: z.string().trim().min(1, 'Give the view a name.').max(60, 'The name is longer than 60 characters.'),
  /** The list's address after the question mark. */
  query: z.string().max(2_000),
});
export type SaveView = z.infer<typeof SaveView>;

export const DeleteView = z.object({ id: z.uuid() });
export type DeleteView = z.infer<typeof DeleteView>;
