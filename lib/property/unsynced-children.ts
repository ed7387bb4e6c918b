import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { PropertyName } from '#lib/settings/properties.ts';
import { propertyTitles } from './property-titles.ts';

/** The sentence that child cases get no changes, and the address of the property for users who may change it. */
export type UnsyncedChildren = { message: string; href: string | null };

const name: PropertyName = 'sn_customerservice.parent_child_case_sync';

/** SYNC-MAJ-1 · Tells that changes of a major case do not reach its child cases, because the property is off. */
export function unsyncedChildren(actor: Actor): UnsyncedChildren {
  const message = `Changes and comments on a major case are not copied into its child cases, because the property “${propertyTitles[name][1]}” is off.`;
  return { message, href: mayAdminister(actor).ok ? `/admin/properties#${name}` : null };
}
