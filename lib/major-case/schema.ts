import { z } from 'zod';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { FieldValues, TaskNumber } from '#lib/record/schema.ts';

/** More than a page of the picker, and few enough to lock at once. */
export const MAX_ADDED = 500;

const Words = textInput(40_000);

/** MAJ-1 · The proposal of an existing case. */
export const ProposeMajorCase = z.object({ number: TaskNumber, workNote: Words, businessImpact: Words });
export type ProposeMajorCase = z.infer<typeof ProposeMajorCase>;

/** MAJ-1, MAJ-4 · A candidate or a major case that is created from scratch. */
export const OpenMajorCase = z.object({ as: z.enum(['candidate', 'major case']), values: FieldValues });
export type OpenMajorCase = z.input<typeof OpenMajorCase>;

export const ApproveCandidate = z.object({ number: TaskNumber });
export type ApproveCandidate = z.infer<typeof ApproveCandidate>;

export const RejectCandidate = z.object({ number: TaskNumber, reason: Words });
export type RejectCandidate = z.infer<typeof RejectCandidate>;

/** MAJ-4 · Existing cases to add to a major case. */
export const AddChildren = z.object({
  number: TaskNumber,
  caseNumbers: z.array(TaskNumber).min(1, 'Select a case first.').max(MAX_ADDED),
});
export type AddChildren = z.infer<typeof AddChildren>;

export const RemoveChild = z.object({ number: TaskNumber, caseNumber: TaskNumber });
export type RemoveChild = z.infer<typeof RemoveChild>;

/** MAJ-4 · A search in the picker of children. */
export const ChildQuery = z.object({
  number: TaskNumber,
  q: lineInput(200).default(''),
  state: z.enum(['', 'new', 'open', 'awaiting_info']).default(''),
  priority: z.enum(['', '1', '2', '3', '4', '5']).default(''),
  like: z.enum(['', 'item', 'record']).default(''),
});
export type ChildQuery = z.output<typeof ChildQuery>;
