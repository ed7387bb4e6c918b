import { z } from 'zod';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { notifySources } from './source.ts';

/** NOT-1 · The cases whose customers receive the message: selected cases of a record, or all of its cases. */
export const NotificationTarget = z.object({
  kind: z.enum(notifySources),
  number: TaskNumber,
  caseNumbers: z.array(TaskNumber).min(1).max(200).optional(),
});
export type NotificationTarget = z.output<typeof NotificationTarget>;

export const StartRun = NotificationTarget.extend({ text: textInput(40_000) });
export type StartRun = z.output<typeof StartRun>;

/** NOT-1 · The message as one of its recipients would read it. */
export const PreviewMessage = StartRun.extend({ recipientId: z.uuid() });
export type PreviewMessage = z.output<typeof PreviewMessage>;

/** The same in an address: numbers separated by commas. */
export const RecipientsQuery = NotificationTarget.extend({
  caseNumbers: z
    .string()
    .max(4_000)
    .transform((text) => text.split(','))
    .pipe(z.array(TaskNumber).min(1).max(200))
    .optional(),
});

export const RunOf = z.object({ runId: z.uuid() });
export type RunOf = z.output<typeof RunOf>;

/** NOT-3 · The record whose messages are shown. */
export const RunsQuery = NotificationTarget.pick({ kind: true, number: true });
