'use server';

import { action } from '#lib/door/action.ts';
import { readSessionCookie } from '#lib/session/cookie.ts';
import { signOutDevices } from '#lib/user/commands/sign-out-devices.ts';
import { SignOutDevices } from '#lib/user/schema.ts';

/** ACC-3 · Signs out one of the user's devices, or all others. */
export const signOutDevicesAction = action(
  { permission: 'profile.edit', side: 'both', input: SignOutDevices },
  async (actor, input) => {
    await signOutDevices(actor, input, await readSessionCookie());
    return {};
  },
);
