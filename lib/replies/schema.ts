import { z } from 'zod';
import { notifySources } from '#lib/customer-messages/source.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { MAX_ANSWERED, PAGE, replyFilterNames } from './filters.ts';

/** NOT-8 · The record of the queue: an incident, a problem, a change or a major case. */
export const RepliesOf = z.object({ kind: z.enum(notifySources), number: TaskNumber });
export type RepliesOf = z.output<typeof RepliesOf>;

export const RepliesQuery = RepliesOf.extend({
  filter: z.enum(replyFilterNames).default('all'),
  /** The position after which the page begins. */
  after: textInput(100).nullable().default(null),
  /** Requests the current state of these shown replies: ids separated by commas. */
  only: z
    .string()
    .max(4_000)
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(PAGE))
    .optional(),
});
export type RepliesQuery = z.output<typeof RepliesQuery>;

const eachOnce = (values: readonly string[]) => new Set(values).size === values.length;

export const MarkReplies = RepliesOf.extend({
  entryIds: z.array(z.uuid()).min(1).max(PAGE).refine(eachOnce, 'Each reply can be listed only once.'),
  read: z.boolean(),
});
export type MarkReplies = z.output<typeof MarkReplies>;

export const AnswerReplies = RepliesOf.extend({
  caseNumbers: z.array(TaskNumber).min(1).max(MAX_ANSWERED).refine(eachOnce, 'Each case can be answered only once.'),
  text: textInput(40_000),
});
export type AnswerReplies = z.output<typeof AnswerReplies>;
