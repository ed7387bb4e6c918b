import { z } from 'zod';
import type { AssociableLinkName } from '#lib/record/link.ts';
import { TaskNumber } from '#lib/record/schema.ts';

/** PRO-7 · A customer's complaint about an incident, problem or change, as in the URL of the case form. */
export const ReactiveCase = z.union([
  z.object({ about: TaskNumber, account: z.uuid() }),
  z.object({ about: TaskNumber, consumer: z.uuid() }),
]);
export type ReactiveCase = z.output<typeof ReactiveCase>;

/** PRO-7 · The initial values of a new case's form, and the record that the case is linked to at once. */
export type ReactiveCaseForm = {
  related: { link: AssociableLinkName; number: string };
  /** For example "its incident". */
  as: string;
  values: Readonly<Record<string, { value: string; display: string }>>;
};
