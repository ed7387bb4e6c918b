import { z } from 'zod';
import { Upload } from '#lib/attachment/schema.ts';
import { dayInput, isOfThisCentury } from '#lib/platform/day-input.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';
import { MoveWorkOrderTask } from '#lib/work-order-task/schema.ts';

/** A day in the URL. An invalid or distant day becomes today. */
export const DayAddress = z.object({ date: dayInput('Choose a day.').optional().catch(undefined) });

const Moment = z.iso
  .datetime({ offset: true })
  .refine(isOfThisCentury)
  .transform((text) => new Date(text));

/** Common to every step: its id, created on the phone, and its time on the phone's clock. */
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

/** WO-18 · A technician's step without a file. */
export const Step = z.discriminatedUnion('kind', [MoveStep, NoteStep]);
export type Step = z.output<typeof Step>;

/** REC-4, WO-18 · An upload, which may also be a technician's step. */
export const UploadOrStep = Upload.extend({ stepId: z.uuid().optional(), at: Moment.optional() });
