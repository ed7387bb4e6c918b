import { z } from 'zod';
import { YEAR } from '#lib/diary/interval.ts';
import { dayInput } from '#lib/platform/day-input.ts';
import { lineInput } from '#lib/platform/text-input.ts';
import { TimeZone } from '#lib/user/schema.ts';

/** Maximum skills per technician. */
const MAX_SKILLS = 50;

/** A form sends empty text for an omitted value. */
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

const degrees = (most: number, wrong: string) => orNull(z.coerce.number(wrong).min(-most, wrong).max(most, wrong));

/** Comma-separated names; duplicates that differ only in case count once. */
const Skills = z
  .string()
  .max(4_000)
  .transform((text) => {
    const byLetters = new Map<string, string>();
    for (const name of text.split(',').map((each) => each.trim()))
      if (name !== '' && !byLetters.has(name.toLowerCase())) byLetters.set(name.toLowerCase(), name);
    return [...byLetters.values()];
  })
  .pipe(
    z
      .array(lineInput(60, 'A skill has at most 60 characters.').min(1, 'A skill has a name.'))
      .max(MAX_SKILLS, `A technician has at most ${MAX_SKILLS} skills.`),
  );

const Active = z.union([z.boolean(), z.literal('on').transform(() => true)]).default(false);

export const SaveTechnician = z
  .object({
    userId: z.uuid('Choose a user.'),
    /** The version that the user opened (REC-3). Without it the user becomes a technician. */
    version: z.coerce.number().int().positive().max(2_147_483_647).optional(),
    timeZone: TimeZone,
    region: lineInput(80, 'A region has at most 80 characters.'),
    address: lineInput(300, 'The address has at most 300 characters.'),
    latitude: degrees(90, 'A latitude is a number from -90 to 90.'),
    longitude: degrees(180, 'A longitude is a number from -180 to 180.'),
    skills: Skills,
    active: Active,
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ['longitude'],
    message: 'Enter both coordinates or neither.',
  });
export type SaveTechnician = z.output<typeof SaveTechnician>;

const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time such as 08:00.')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const day = (wrong: string) => dayInput(wrong, 'Give a date of this century.');
const boxes = (value: unknown) => (value === undefined ? [] : [value].flat());

export const AddWorkingHours = z
  .object({
    technicianId: z.uuid(),
    /** 1 is Monday, 7 is Sunday. */
    weekdays: z.preprocess(
      boxes,
      z.array(z.coerce.number().int().min(1).max(7)).min(1, 'Choose at least one weekday.').max(7),
    ),
    from: Clock,
    to: Clock,
    validFrom: orNull(day('Give a date.')),
    validTo: orNull(day('Give a date.')),
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    message: 'The last day is before the first day.',
  });
export type AddWorkingHours = z.output<typeof AddWorkingHours>;

export const RemoveWorkingHours = z.object({ id: z.uuid() });
export type RemoveWorkingHours = z.output<typeof RemoveWorkingHours>;

export const AddDaysOff = z
  .object({
    technicianId: z.uuid(),
    from: day('Enter the first day.'),
    to: day('Enter the last day.'),
    reason: lineInput(200, 'A reason has at most 200 characters.'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day is before the first day.' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < YEAR, {
    path: ['to'],
    message: 'Enter at most one year.',
  });
export type AddDaysOff = z.output<typeof AddDaysOff>;

export const RemoveDaysOff = z.object({ id: z.uuid() });
export type RemoveDaysOff = z.output<typeof RemoveDaysOff>;
