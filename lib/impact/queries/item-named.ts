import { maySeeImpact } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';

export type NamedItem = { id: string; name: string; class: string; operationalStatus: string };

/** The configuration item of an address; null if it doesn't exist, or if the actor may not see which customers it affects. */
export async function itemNamed(actor: Actor, id: string): Promise<NamedItem | null> {
  if (!maySeeImpact(actor).ok || !isUuid(id)) return null;
  const select = { id: true, name: true, class: true, operationalStatus: true } as const;
  return db().configurationItem.findUnique({ where: { id }, select });
}
