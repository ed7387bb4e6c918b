import { redirect } from 'next/navigation';
import { currentActor } from '#lib/session/current-actor.ts';
import { pathFor } from '#lib/session/path-for.ts';

/** Redirects staff to the workspace and customers to the portal. */
export default async function RootPage() {
  const actor = await currentActor();
  redirect(actor ? pathFor(actor, null) : '/login');
}
