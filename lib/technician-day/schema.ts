import { z } from 'zod';
import { Upload } from '#lib/attachment/schema.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';

const isNear = (date: string) => date >= '2000' && date < '2100';

/** A day in an address. What is none, or is far away, is today. */
export const DayAddress = z.object({ date: z.iso.date().refine(isNear).optional().catch(undefined) });

const Moment = z.iso
  .datetime({ offset: true })
  .refine(isNear)
  .transform((text) => new Date(text));

/** Of every step: its id, made by the phone, and when it was done, on the phone's clock. */
const step = { stepId: z.uuid(), at: Moment };

const MoveStep = MoveWorkOrderTask.extend({
  ...step,
  kind: z.literal('move'),
  action: z.enum(['accept', 'decline', 'start', 'complete', 'leaveIncomplete']),
});
export type MoveStep = z.output<typeof MoveStep>;

const NoteStep = z.object({
  ...step,
  kind: z.literal('note'),
  number: TaskNumber,
  text: textInput(32_000, 'The note has at most 32,000 characters.').min(1, 'Enter a note.'),
});
export type NoteStep = z.output<typeof NoteStep>;

/** WO-18 · A step of a technician that is no file. */
export const Step = z.discriminatedUnion('kind', [MoveStep, NoteStep]);
export type Step = z.output<typeof Step>;

/** REC-4, WO-18 · An upload, which may be a step of a technician. */
export const UploadOrStep = Upload.extend({ stepId: z.uuid().optional(), at: Moment.optional() });
