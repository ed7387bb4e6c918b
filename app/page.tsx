import { redirect } from 'next/navigation';
import { requireActor } from '#lib/session/current-actor.ts';

/** Leads to the workspace, where staff work; it tells a customer that it is for staff. */
export default async function RootPage() {
  await requireActor();
  redirect('/workspace');
}
