import { notFound } from 'next/navigation';
import { adminPagesOf } from '#components/admin/admin-pages.ts';
import { mayEditSomeMaps } from '#lib/access/field-service.ts';
import { mayAdminister, mayWriteArticles } from '#lib/access/policy.ts';
import type { Person } from '#lib/platform/actor.ts';
import { requireActor } from '#lib/session/current-actor.ts';

/** Only administrators; for all other users the page does not exist. Every page checks: a layout is not rendered each time. */
export async function requireAdministrator(): Promise<Person> {
  const actor = await requireActor();
  return mayAdminister(actor).ok ? actor : notFound();
}

/** Users who edit field maps, administrators included. */
export async function requireMapEditor(): Promise<Person> {
  const actor = await requireActor();
  return mayEditSomeMaps(actor).ok ? actor : notFound();
}

/** Users who may open at least one administration page. */
export async function requireSomePage(): Promise<Person> {
  const actor = await requireActor();
  return adminPagesOf(actor).length > 0 ? actor : notFound();
}

/** Users who write articles, administrators included. */
export async function requireAuthor(): Promise<Person> {
  const actor = await requireActor();
  return mayWriteArticles(actor).ok ? actor : notFound();
}
