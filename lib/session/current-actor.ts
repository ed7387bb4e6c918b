import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { isOnSide } from '#lib/access/side.ts';
import type { Customer, Person } from '#lib/platform/actor.ts';
import { enterOwnCode } from '#lib/platform/request-progress.ts';
import { actorOfSession, type SignedIn } from './actors.ts';
import { readSessionCookie } from './cookie.ts';
import { homePath, ownPath } from './rules/own-path.ts';

/** ACC-4 · The request's active session, read from the database once per request. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  enterOwnCode();
  const sid = await readSessionCookie();
  return sid === null ? null : actorOfSession(sid);
});

/** ACC-4 · The request's actor; null if not signed in. */
export async function currentActor(): Promise<Person | null> {
  return (await currentSession())?.actor ?? null;
}

/**
 * POR-20 · The session of a staff member, or a redirect to sign-in and back. Customers get "not found". Every page calls this,
 * because a layout is not rendered on each navigation.
 */
export async function requireSession(): Promise<SignedIn> {
  const session = (await currentSession()) ?? redirect(await signInPath());
  return isOnSide(session.actor, 'staff') ? session : notFound();
}

/** The session of a customer, or a redirect to sign-in and back. Staff have no portal and are sent to their home. */
export async function requireCustomerSession(): Promise<SignedIn & { actor: Customer }> {
  const session = (await currentSession()) ?? redirect(await signInPath());
  return hasCustomer(session) ? session : redirect(homePath('internal'));
}

const hasCustomer = (session: SignedIn): session is SignedIn & { actor: Customer } =>
  isOnSide(session.actor, 'customers');

/** The signed-in staff member, or a redirect to sign-in and back. */
export async function requireActor(): Promise<Person> {
  return (await requireSession()).actor;
}

async function signInPath(): Promise<string> {
  const from = ownPath((await headers()).get('x-path'));
  return from === '/' ? '/login' : `/login?from=${encodeURIComponent(from)}`;
}
