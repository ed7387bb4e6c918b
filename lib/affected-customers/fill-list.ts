import type { CommandContext } from '#lib/write/command-context.ts';
import type { Condition } from './condition.ts';
import { customersSql, matchesSql } from './condition-sql.ts';
import { customerColumn } from './customer-column.ts';
import type { LockedList } from './lock-list.ts';
import type { AddedByHand, Filled } from './rules/messages.ts';

/**
 * MAJ-5 · Adds customers who meet the condition, and removes those that a condition added and that no longer meet it. Customers
 * added by hand stay; once child cases exist, all customers stay.
 */
export async function fillList(
  { tx, actor, at }: CommandContext,
  { id, of, fixedAt }: LockedList,
  condition: Condition,
): Promise<Filled> {
  const matches = matchesSql(of, condition);
  const column = customerColumn(of);
  const removed = fixedAt
    ? 0
    : await tx.$executeRaw`
        delete from recipients r where r.list_id = ${id}::uuid and r.dynamically_added
          and not exists (select from ${customersSql[of]} where n.id = r.${column} and ${matches})`;
  const added = await tx.$executeRaw`
    insert into recipients (list_id, "of", ${column}, dynamically_added, added_at, added_by_id)
    select ${id}::uuid, ${of}::customer_sort, n.id, true, ${at}, ${actor.id}::uuid from ${customersSql[of]} where ${matches}
    order by n.name on conflict do nothing`;
  await tx.recipientsList.update({ where: { id }, data: { refreshedAt: at } });
  return { added, removed };
}

/** MAJ-5 · Adds customers by hand. Customers that a condition had added now stay too, whatever it finds later. */
export async function addToList(
  { tx, actor, at }: CommandContext,
  { id, of }: LockedList,
  customerIds: readonly string[],
): Promise<AddedByHand> {
  const column = customerColumn(of);
  const rows = await tx.$queryRaw<{ isNew: boolean }[]>`
    insert into recipients (list_id, "of", ${column}, dynamically_added, added_at, added_by_id)
    select ${id}::uuid, ${of}::customer_sort, n.id, false, ${at}, ${actor.id}::uuid from ${customersSql[of]}
    where n.id = any(${[...new Set(customerIds)]}::uuid[]) order by n.name
    on conflict (list_id, ${column}) do update set dynamically_added = false returning xmax = 0 as "isNew"`;
  const added = rows.filter(({ isNew }) => isNew).length;
  return { added, already: rows.length - added };
}
