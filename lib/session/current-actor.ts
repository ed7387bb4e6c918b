import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { enterOwnCode } from '#lib/door/own-code.ts';
import type { Person } from '#lib/platform/actor.ts';
import { actorOfSession, type SignedIn } from './actors.ts';
import { readSessionCookie } from './cookie.ts';
import { ownPath } from './rules/own-path.ts';

/** ACC-4 · the living session of this request, asked of the database once per request. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  enterOwnCode();
  const sid = await readSessionCookie();
  return sid === null ? null : actorOfSession(sid);
});

/** ACC-4 · who acts in this request; null when nobody is signed in. */
export async function currentActor(): Promise<Person | null> {
  return (await currentSession())?.actor ?? null;
}

/** The living session, or the sign-in page, which leads back here. */
export async function requireSession(): Promise<SignedIn> {
  return (await currentSession()) ?? redirect(await signInPath());
}

/** Who acts, or the sign-in page, which leads back here. */
export async function requireActor(): Promise<Person> {
  return (await requireSession()).actor;
}

async function signInPath(): Promise<string> {
  const from = ownPath((await headers()).get('x-path'));
  return from === '/' ? '/login' : `/login?from=${encodeURIComponent(from)}`;
}
