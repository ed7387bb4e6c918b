'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { openAction, resultOf } from '#lib/door/action.ts';
import { formInput } from '#lib/door/form-input.ts';
import { localizedRefusal } from '#lib/door/localized-refusal.ts';
import type { ActionResult } from '#lib/platform/action-result.ts';
import { PAGE_LANGUAGE } from '#lib/platform/reader-locale.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { clientAddress } from '#lib/session/client-address.ts';
import { clearSessionCookie, readDevice, readSessionCookie } from '#lib/session/cookie.ts';
import { pageLanguage } from '#lib/session/page-language.ts';
import { replaceSession } from '#lib/session/replace-session.ts';
import { homePath, pathOfSide } from '#lib/session/rules/own-path.ts';
import { ForgotPassword, SetPassword, SetUp, SignIn, TypedAtSetUp } from '#lib/session/schema.ts';
import { endSession, type Origin, startSession } from '#lib/session/sessions.ts';
import { addressOf, signIn } from '#lib/session/sign-in.ts';
import { setInitialTimeZone } from '#lib/user/commands/set-own-preferences.ts';
import { sayIn } from '#lib/words/words.ts';
import { setUpFirstAdministrator } from './first-administrator.ts';
import { forgotPassword } from './forgot-password.ts';
import { setPasswordByLink } from './set-password.ts';
import type { SetUpState } from './set-up-state.ts';

/** Sign-in form state: the refusal, or, if the page stays open, the signed-in user's id. */
type SignInState = { alert?: string; email?: string; personId?: string };

/** ACC-3, POR-17 · Signs in, with or without JavaScript. Then opens the requested page of the user's side, or stays. */
export const signInAction = openAction(async (_previous: unknown, data: FormData): Promise<SignInState> => {
  const { email, password, from, stay, timeZone } = SignIn.parse(formInput(data));
  const device = await readDevice(addressOf(email));
  const answer = await signIn({ email, password, ...(await origin()), device });
  // A sign-in over a staff page uses the staff language.
  if (!answer.ok) return { alert: sayIn(stay ? PAGE_LANGUAGE : await pageLanguage(), answer.said), email };
  if (timeZone) await setInitialTimeZone(answer.userId, timeZone);
  await replaceSession(answer.sid, addressOf(email));
  if (stay) return { personId: answer.userId };
  redirect(pathOfSide(from, answer.audience));
});

/** ACC-3 · Ends this browser's session; its other tabs notice immediately. */
export const signOutAction = openAction(async (): Promise<void> => {
  const sid = await readSessionCookie();
  if (sid) await endSession(sid);
  await clearSessionCookie();
  redirect('/login');
});

/** ACC-9 · Creates the first administrator through the link printed at startup. */
export const setUpAction = openAction(async (_previous: unknown, data: FormData): Promise<SetUpState> => {
  const result = await resultOf(SetUp, data, async (input) => {
    const userId = await setUpFirstAdministrator(input, clientAddress(await headers()));
    if (input.timeZone) await setInitialTimeZone(userId, input.timeZone);
    await replaceSession(await transaction(async (tx) => startSession(tx, userId, await origin())), input.email);
    return {};
  });
  if (!result.ok) return { ...TypedAtSetUp.parse(formInput(data)), result };
  redirect(homePath('internal'));
});

/** ACC-7 · Every address gets the same answer in the same time. */
export const forgotPasswordAction = openAction(
  async (_previous: unknown, data: FormData): Promise<ActionResult & { email?: string }> => {
    const { email } = ForgotPassword.parse(formInput(data));
    const result = await resultOf(ForgotPassword, data, async () => {
      await forgotPassword(email, clientAddress(await headers()));
      return {};
    });
    return { ...(result.ok ? result : localizedRefusal(await pageLanguage(), result)), email };
  },
);

/** ACC-7 · Sets a password through an emailed link. This uses the link up; opening its page does not. */
export const setPasswordAction = openAction(async (_previous: unknown, data: FormData): Promise<ActionResult> => {
  let home = '/';
  const result = await resultOf(SetPassword, data, async (input) => {
    const holder = await setPasswordByLink(input, await origin());
    if (input.timeZone) await setInitialTimeZone(holder.id, input.timeZone);
    await replaceSession(holder.sid, holder.email);
    home = homePath(holder.audience);
    return {};
  });
  if (!result.ok) return localizedRefusal(await pageLanguage(), result);
  redirect(home);
});

async function origin(): Promise<Origin> {
  const requestHeaders = await headers();
  return { source: clientAddress(requestHeaders), userAgent: requestHeaders.get('user-agent') ?? '' };
}
