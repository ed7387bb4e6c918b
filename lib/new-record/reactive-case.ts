import { z } from 'zod';
import type { AssociableLinkName } from '#lib/record/link.ts';
import { TaskNumber } from '#lib/record/schema.ts';

/** PRO-7 · A case that somebody complains with about an incident, problem or change, as the address of its form says it. */
export const ReactiveCase = z.union([
  z.object({ about: TaskNumber, account: z.uuid() }),
  z.object({ about: TaskNumber, consumer: z.uuid() }),
]);
export type ReactiveCase = z.output<typeof ReactiveCase>;

/** PRO-7 · What the form of a new case begins with, and with which record the case is associated at once. */
export type Begun = {
  related: { link: AssociableLinkName; number: string };
  /** "its incident". */
  as: string;
  values: Readonly<Record<string, { value: string; display: string }>>;
};
