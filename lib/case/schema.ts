import { z } from 'zod';
import { caseVerbNames } from '#lib/kinds/case/verbs.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { FieldValues, TaskNumber, Version } from '#lib/record/schema.ts';

export const MoveCase = z.object({
  number: TaskNumber,
  /** REC-3: the version that the user has seen. */
  version: Version,
  verb: z.enum(caseVerbNames),
  values: FieldValues.default({}),
  comment: textInput(40_000).optional(),
  /** CASE-10: how the customer answered. */
  workNote: textInput(40_000).optional(),
  /** CASE-11: the customer's newest comment that the user has seen, if the button is beside it. */
  seen: z.uuid().optional(),
  /** CASE-6: the user confirms the resolution code although the related record contradicts it. */
  confirmed: z.boolean().optional(),
});
export type MoveCase = z.input<typeof MoveCase>;
