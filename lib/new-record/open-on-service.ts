import { can } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { isUuid } from '#lib/platform/uuid.ts';

export type OpenIncident = { number: string; title: string; state: string };

/**
 * Case or incident? Open incidents on the same service as a configuration item: on the item, or on items that depend on it,
 * newest first. Dependencies have no cycles, so the search upwards ends.
 */
export async function openIncidentsOnService(actor: Actor, configurationItemId: string): Promise<OpenIncident[]> {
  if (!can(actor, 'link', 'incident') || !isUuid(configurationItemId)) return [];
  return db().$queryRaw<OpenIncident[]>`
    with recursive service as (
      select ${configurationItemId}::uuid as id
      union
      select r.parent_id from service s join ci_relationships r on r.child_id = s.id
    )
    select t.number, t.short_description as title, t.state
    from tasks t join incidents i on i.id = t.id
    where t.kind = 'incident' and t.active and t.state <> 'resolved' and (${readableOf('incident', actor)})
      and (t.configuration_item_id in (select id from service) or i.service_id in (select id from service))
    order by t.opened_at desc, t.id desc limit 5`;
}
