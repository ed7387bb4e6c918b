import { notFound } from 'next/navigation';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { mayEditSomeMaps } from '#lib/access/field-service.ts';
import { mayAdminister, mayWriteArticles } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { requireActor } from '#lib/session/current-actor.ts';

/** Who administers; for everybody else the page does not exist. Every page asks: a layout is not rendered each time. */
export async function requireAdministrator(): Promise<Actor & { id: string }> {
  const actor = await requireActor();
  return mayAdminister(actor).ok ? actor : notFound();
}

/** Who edits field maps: administrators too. */
export async function requireMapEditor(): Promise<Actor & { id: string }> {
  const actor = await requireActor();
  return mayEditSomeMaps(actor).ok ? actor : notFound();
}

/** For whom there is a page of administration. */
export async function requireSomePage(): Promise<Actor & { id: string }> {
  const actor = await requireActor();
  return adminPagesOf(actor).length > 0 ? actor : notFound();
}

/** Who writes articles: administrators too. */
export async function requireAuthor(): Promise<Actor & { id: string }> {
  const actor = await requireActor();
  return mayWriteArticles(actor).ok ? actor : notFound();
}
