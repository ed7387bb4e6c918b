import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { PropertyName } from '#lib/settings/properties.ts';
import { propertyTitles } from './property-titles.ts';

/** The sentence that child cases get nothing, and the address of the property for users who may change it. */
export type UnsyncedChildren = { message: string; href: string | null };

const name: PropertyName = 'sn_customerservice.parent_child_case_sync';

/** SYNC-MAJ-1 · Tells that child cases get nothing from their major case, because the property is off. */
export function unsyncedChildren(actor: Actor): UnsyncedChildren {
  const message = `Child cases get nothing from their major case, because the property “${propertyTitles[name][1]}” is off.`;
  return { message, href: mayAdminister(actor).ok ? `/admin/properties#${name}` : null };
}
