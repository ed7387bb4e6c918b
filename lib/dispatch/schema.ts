import { z } from 'zod';
import { dayInput } from '#lib/platform/day-input.ts';
import { textInput } from '#lib/platform/text-input.ts';
import { isTimeZone } from '#lib/platform/time-zones.ts';
import { TaskNumber, Version } from '#lib/record/schema.ts';

const Moment = z.iso.datetime({ offset: true, error: 'Choose a day and a time.' }).transform((text) => new Date(text));
const TimeZone = z.string().max(60).refine(isTimeZone, 'Choose a time zone.');
const Minutes = z.coerce
  .number({ error: 'Enter how many minutes it takes.' })
  .int('Enter whole minutes.')
  .min(15, 'A visit takes at least 15 minutes.')
  .max(720, 'A visit takes at most 12 hours.');

/** A slot on the board. */
const Place = z.object({
  number: TaskNumber,
  technicianId: z.uuid('Choose a technician.'),
  startsAt: Moment,
  minutes: Minutes,
  /** The board's time zone, in which times are shown. */
  timeZone: TimeZone,
});

export const FitQuery = Place;
export type FitQuery = z.output<typeof FitQuery>;

export const PlaceTask = Place.extend({
  /** REC-3 · The task version that the user saw. */
  version: Version,
  /** WO-17 · The user has read and confirmed what the placement breaks. */
  confirmed: z.boolean().default(false),
  /** WO-13 · Why a window is booked or moved late. It becomes a work note. */
  reason: textInput(1_000, 'The reason has at most 1,000 characters.').trim().default(''),
});
export type PlaceTask = z.output<typeof PlaceTask>;

export const RankingQuery = z.object({
  number: TaskNumber,
  day: dayInput('Choose a day.'),
  minutes: Minutes,
  timeZone: TimeZone,
});
export type RankingQuery = z.output<typeof RankingQuery>;
