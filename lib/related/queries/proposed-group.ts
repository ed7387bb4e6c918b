import { groupWorksSql } from '#lib/access/assignable.ts';
import { definitionOf } from '#lib/kinds/definitions.ts';
import type { Db } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { property, type Settings } from '#lib/settings/settings.ts';
import type { groupSources } from '../rules/group-sources.ts';

/** REL-17 · The proposed group of a record, and its source. */
export type ProposedGroup = { id: string; name: string; by: keyof typeof groupSources };

/** Only the group of a case depends on the customer. */
const noCustomer = { accountId: null, contactId: null, consumerId: null };

/**
 * REL-17 · The group of a record that is created from a case: that of its configuration item, else that of the nearest service
 * above the item, else the kind's default; the first group that can work such records. At most one statement.
 */
export async function proposedGroup(
  tx: Db,
  settings: Settings,
  kind: TaskKind,
  item: string | null,
): Promise<ProposedGroup | null> {
  const { defaultGroup } = definitionOf(kind);
  const name = defaultGroup ? property(settings, defaultGroup) : '';
  if (!item && !name) return null;
  const [group] = await tx.$queryRaw<ProposedGroup[]>`
    with recursive above as (
      select ${item}::uuid as id, 0 as depth
      union select r.parent_id, above.depth + 1 from above join ci_relationships r on r.child_id = above.id
    ),
    named as (
      select case when a.depth = 0 then 'item' else 'service' end as by, a.depth, c.name as of, c.assignment_group_id as id
      from above a join configuration_items c on c.id = a.id
      where a.depth = 0 or c.class in ('Business service', 'Technical service')
      union all select 'property', null, '', id from groups where name = ${name}
    )
    select r.id, r.name, named.by from named join groups r on r.id = named.id
    where ${groupWorksSql({ kind, ...noCustomer })}
    order by named.depth nulls last, named.of limit 1`;
  return group ?? null;
}
