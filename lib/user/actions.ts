'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '#lib/door/action.ts';
import { clearSessionCookie } from '#lib/session/cookie.ts';
import { changeOwnPassword } from './commands/change-own-password.ts';
import { createUser } from './commands/create-user.ts';
import { sendLink } from './commands/invite.ts';
import { setOwnLanguage, setOwnTimeZone } from './commands/set-own-preferences.ts';
import { setUserActive } from './commands/set-user-active.ts';
import { setUserRoles } from './commands/set-user-roles.ts';
import { signOutEverywhere } from './commands/sign-out-everywhere.ts';
import {
  ChangeOwnPassword,
  CreateUser,
  SendLink,
  SetOwnLanguage,
  SetOwnTimeZone,
  SetUserActive,
  SetUserRoles,
} from './schema.ts';

/** ADM-6 */
export const createUserAction = action(
  { permission: 'user.edit', input: CreateUser, isOnce: true },
  async (actor, input) => {
    const id = await createUser(actor, input);
    const message = input.password === '' ? `${input.name} is invited by email.` : `${input.name} can sign in now.`;
    return { message, link: { href: `/admin/users/${id}`, label: input.name } };
  },
);

/** ACC-1, ADM-6 */
export const setUserRolesAction = action({ permission: 'user.edit', input: SetUserRoles }, async (actor, input) => {
  const changed = await setUserRoles(actor, input);
  return { message: changed ? 'Roles saved. The sessions of this user have ended.' : 'Nothing changed.' };
});

/** ACC-3, ADM-6 */
export const setUserActiveAction = action({ permission: 'user.edit', input: SetUserActive }, async (actor, input) => {
  await setUserActive(actor, input);
  return {
    message: input.active ? 'This user can sign in again.' : 'Deactivated. The sessions of this user have ended.',
  };
});

/** ACC-7, ACC-14 */
export const sendLinkAction = action(
  { permission: 'user.invite', limit: 'invite', input: SendLink },
  async (actor, input) => {
    const purpose = await sendLink(actor, input);
    return { message: purpose === 'reset' ? 'The link for a new password is sent.' : 'The invitation is sent.' };
  },
);

/** ACC-3 */
export const changeOwnPasswordAction = action(
  { permission: 'profile.edit', side: 'both', input: ChangeOwnPassword },
  async (actor, input) => {
    await changeOwnPassword(actor, input);
    await clearSessionCookie();
    redirect('/login?because=password');
  },
);

export const setOwnTimeZoneAction = action(
  { permission: 'profile.edit', side: 'both', input: SetOwnTimeZone },
  async (actor, input) => {
    await setOwnTimeZone(actor, input);
    return { message: `Times are now shown in ${input.timeZone}.` };
  },
);

/** MAIL-10 */
export const setOwnLanguageAction = action(
  { permission: 'profile.edit', side: 'both', input: SetOwnLanguage },
  async (actor, input) => {
    await setOwnLanguage(actor, input);
    return { message: 'Emails to you are now written in this language.' };
  },
);

/** ACC-3 */
export const signOutEverywhereAction = action(
  { permission: 'profile.edit', side: 'both', input: z.object({}) },
  async (actor) => {
    await signOutEverywhere(actor);
    await clearSessionCookie();
    redirect('/login?because=everywhere');
  },
);
