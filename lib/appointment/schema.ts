import { z } from 'zod';
import { dayInput } from '#lib/platform/day-input.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { TaskNumber } from '#lib/record/schema.ts';

const Moment = z.iso.datetime({ offset: true, error: 'Choose a window.' }).transform((text) => new Date(text));
const Reason = textInput(1_000, 'The reason has at most 1,000 characters.').trim().default('');
/** The sequence that the user has seen (REC-3). */
const Sequence = z.coerce.number().int().min(0).max(2_147_483_647);
/** Forms send an empty text for any technician. */
const TechnicianId = z.preprocess((value) => value || null, z.uuid().nullable()).default(null);
const Minutes = z.coerce
  .number()
  .int()
  .min(15, 'A visit takes at least 15 minutes.')
  .max(720, 'A visit takes at most 12 hours.');

const Window = z.object({
  number: TaskNumber,
  startsAt: Moment,
  technicianId: TechnicianId,
  /** The duration of the visit; absent: the task's planned minutes. */
  minutes: Minutes.optional(),
});

export const HoldWindow = Window;
export type HoldWindow = z.output<typeof HoldWindow>;

export const BookWindow = Window.extend({ reason: Reason });
export type BookWindow = z.output<typeof BookWindow>;

export const MoveWindow = Window.extend({ sequence: Sequence, reason: Reason });
export type MoveWindow = z.output<typeof MoveWindow>;

export const CancelWindow = z.object({ number: TaskNumber, sequence: Sequence, reason: Reason });
export type CancelWindow = z.output<typeof CancelWindow>;

export const SwapWindows = CancelWindow.extend({ otherNumber: TaskNumber, otherSequence: Sequence });
export type SwapWindows = z.output<typeof SwapWindows>;

/** The requested days: a number of days from a date, in the site's time zone. */
export const OfferWindows = z.object({
  number: TaskNumber,
  from: dayInput('Choose a day of this century.').optional(),
  days: z.coerce.number().int().min(1).max(14).default(7),
  technicianId: TechnicianId,
  minutes: Minutes.optional(),
});
export type OfferWindows = z.output<typeof OfferWindows>;
