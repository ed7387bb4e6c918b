import { z } from 'zod';
import { caseVerbNames } from '#lib/kinds/case/verbs.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { FieldValues, TaskNumber, Version } from '#lib/record/schema.ts';

export const MoveCase = z.object({
  number: TaskNumber,
  /** REC-3: the version that was seen. */
  version: Version,
  verb: z.enum(caseVerbNames),
  values: FieldValues.default({}),
  comment: textInput(40_000).optional(),
  /** CASE-10: how the customer answered. */
  workNote: textInput(40_000).optional(),
  /** CASE-11: the newest comment of the customer that was seen, where the button stands beside it. */
  seen: z.uuid().optional(),
  /** CASE-6: the resolution code is meant, although the related record says otherwise. */
  confirmed: z.boolean().optional(),
});
export type MoveCase = z.input<typeof MoveCase>;
