'use server';

import { redirect } from 'next/navigation';
import { portalAction } from '#lib/door/portal-action.ts';
import { clearSessionCookie } from '#lib/session/cookie.ts';
import { changePassword } from '../commands/change-password.ts';
import { ChangePassword } from '../schema.ts';

/** ACC-3 · Changes the user's own password and asks the user to sign in again. */
export const changePasswordAction = portalAction(
  { permission: 'profile.edit', input: ChangePassword },
  async (actor, input) => {
    await changePassword(actor, input);
    await clearSessionCookie();
    redirect('/login?because=password');
  },
);
