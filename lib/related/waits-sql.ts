import { readableOf } from '#lib/access/readable.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { Prisma } from '#lib/platform/db.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { isSingle, type LinkName, links } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';

/**
 * DASH-1, ACC-6 · By a link, which case (`case_id`) waits on a record that was opened when (`opened_at`), as a query: on those
 * that are worked on still, as far as the actor may read them; of others a case tells the number at most.
 */
export function waitedFor(link: LinkName, actor: Actor): Prisma.Sql {
  const { kind, field } = links[link];
  const tie = isSingle(link)
    ? Prisma.sql`select c.id, r.opened_at from cases c join r on r.id = c.${columnOf(link)}`
    : Prisma.sql`select o.${identifier(columnName(field))}, r.opened_at
        from ${identifier(kindTables[kind].name)} o join r on r.id = o.id`;
  return Prisma.sql`select w.case_id, w.opened_at from (
    with r as not materialized (select t.id, t.opened_at from tasks t
      where t.kind = ${kind}::task_kind and t.state = any(${openStates(kind)}) and (${readableOf(kind, actor)}))
    ${tie}) w(case_id, opened_at)`;
}

/** The case `t` waits on a record by one of the links. */
export function waitsOn(names: readonly LinkName[], actor: Actor): Prisma.Sql {
  const ways = names.map((name) => Prisma.sql`t.id in (select w.case_id from (${waitedFor(name, actor)}) w)`);
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}
