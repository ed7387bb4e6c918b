import { z } from 'zod';
import { isRole, type Role } from '#lib/access/roles.ts';
import { lineInput } from '#lib/platform/text-input.ts';
import { isTimeZone } from '#lib/platform/time-zones.ts';
import { LONGEST_PASSWORD } from '#lib/session/password-length.ts';
import { languages } from '#lib/words/languages.ts';

const RoleName = z.string().refine((name): name is Role => isRole(name), 'There is no role with this name.');

/** A form sends nothing for no checkbox, text for one, and a list for several. */
const boxes = (value: unknown) => (value === undefined ? [] : [value].flat());

export const RoleNames = z.preprocess(boxes, z.array(RoleName).max(100));

export const SetUserRoles = z.object({ userId: z.uuid(), roles: RoleNames });
export type SetUserRoles = z.output<typeof SetUserRoles>;

export const SetUserActive = z.object({
  userId: z.uuid(),
  active: z.union([z.boolean(), z.stringbool({ truthy: ['on', 'true'], falsy: ['off', 'false'] })]),
});
export type SetUserActive = z.output<typeof SetUserActive>;

export const SendLink = z.object({ userId: z.uuid() });

export const Password = z.string().max(LONGEST_PASSWORD, `A password has at most ${LONGEST_PASSWORD} characters.`);

export const CreateUser = z.object({
  name: lineInput(100, 'A name has at most 100 characters.').min(1, 'A user has a name.'),
  email: lineInput(254).toLowerCase().pipe(z.email('This is not an email address.')),
  password: Password,
  roles: RoleNames,
  groups: z.preprocess(boxes, z.array(z.uuid()).max(100)),
});
export type CreateUser = z.output<typeof CreateUser>;

export const ChangeOwnPassword = z
  .object({ currentPassword: Password, newPassword: Password, repeated: Password })
  .refine(({ newPassword, repeated }) => newPassword === repeated, {
    path: ['repeated'],
    message: 'The two new passwords do not match.',
  });
export type ChangeOwnPassword = z.output<typeof ChangeOwnPassword>;

export const TimeZone = z.string().refine(isTimeZone, 'Choose a time zone from the list.');

export const SetOwnTimeZone = z.object({ timeZone: TimeZone });
export type SetOwnTimeZone = z.output<typeof SetOwnTimeZone>;

/** One of the user's own sessions, or all except the current one. */
export const SignOutDevices = z.object({ device: z.union([z.literal('others'), z.uuid()]) });
export type SignOutDevices = z.output<typeof SignOutDevices>;

export const SetOwnLanguage = z.object({ language: z.enum(languages, 'Choose a language from the list.') });
export type SetOwnLanguage = z.output<typeof SetOwnLanguage>;
