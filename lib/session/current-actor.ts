import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { isOnSide } from '#lib/access/side.ts';
import type { Customer, Person } from '#lib/platform/actor.ts';
import { enterOwnCode } from '#lib/platform/request-progress.ts';
import { actorOfSession, type SignedIn } from './actors.ts';
import { readSessionCookie } from './cookie.ts';
import { homeOf, ownPath } from './rules/own-path.ts';

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

/**
 * POR-20 · The living session of one of the staff, or the sign-in page, which leads back here. For customers a page of the
 * staff does not exist; every page asks, as a layout is not rendered each time.
 */
export async function requireSession(): Promise<SignedIn> {
  const session = (await currentSession()) ?? redirect(await signInPath());
  return isOnSide(session.actor, 'staff') ? session : notFound();
}

/** The living session of a customer, or the sign-in page, which leads back here. Staff have no portal: they are led to their side. */
export async function requireCustomerSession(): Promise<SignedIn & { actor: Customer }> {
  const session = (await currentSession()) ?? redirect(await signInPath());
  return hasCustomer(session) ? session : redirect(homeOf('internal'));
}

const hasCustomer = (session: SignedIn): session is SignedIn & { actor: Customer } =>
  isOnSide(session.actor, 'customers');

/** The one of the staff who acts, or the sign-in page, which leads back here. */
export async function requireActor(): Promise<Person> {
  return (await requireSession()).actor;
}

async function signInPath(): Promise<string> {
  const from = ownPath((await headers()).get('x-path'));
  return from === '/' ? '/login' : `/login?from=${encodeURIComponent(from)}`;
}
