import { redirect } from 'next/navigation';
import { requireActor } from '#lib/session/current-actor.ts';

/** Spec 11 · Staff work in the workspace, which is all there is so far. */
export default async function RootPage() {
  await requireActor();
  redirect('/workspace');
}
