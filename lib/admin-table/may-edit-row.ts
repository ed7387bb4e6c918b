import { mayEditMaps, mayEditSomeMaps } from '#lib/access/field-service.ts';
import { mayAdminister } from '#lib/access/policy.ts';
import { isDirection, mapDirections } from '#lib/field-mapping/mapping.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Verdict } from '#lib/platform/verdict.ts';
import type { AdminTableName } from './admin-tables.ts';

const holdsMaps = (name: AdminTableName) => name === 'field-map' || name === 'field-mapping';

/** ACC-6, ACC-15 · Whether the actor may edit some or all rows of this table. */
export const mayEditSomeRows = (actor: Actor, name: AdminTableName): Verdict =>
  holdsMaps(name) ? mayEditSomeMaps(actor) : mayAdminister(actor);

/** ACC-6, ACC-15 · Whether the actor may edit a row with these values. Permissions on maps depend on their direction. */
export function mayEditRow(
  actor: Actor,
  name: AdminTableName,
  { direction }: Readonly<Record<string, unknown>>,
): Verdict {
  if (!holdsMaps(name) || typeof direction !== 'string' || !isDirection(direction)) return mayAdminister(actor);
  return mayEditMaps(actor, mapDirections[direction].target);
}
