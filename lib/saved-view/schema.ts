import { z } from 'zod';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { Kind } from '#lib/record/schema.ts';

const Name = lineInput(60, 'The name is longer than 60 characters.').min(1, 'Give the view a name.');
/** A form's checkbox sends `on`; a button sends a boolean. */
const Shared = z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false);

export const SaveView = z.object({
  kind: Kind,
  name: Name,
  /** The list's address after the question mark. */
  query: textInput(2_000),
  /** Whether everyone with access to the list sees the view. */
  shared: Shared,
});
export type SaveView = z.input<typeof SaveView>;

export const EditView = z.object({ id: z.uuid(), name: Name, shared: Shared });
export type EditView = z.output<typeof EditView>;

export const DeleteView = z.object({ id: z.uuid() });
export type DeleteView = z.infer<typeof DeleteView>;
