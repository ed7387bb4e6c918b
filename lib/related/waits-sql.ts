import { readableOf } from '#lib/access/readable.ts';
import { openStates } from '#lib/kinds/open-states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { columnName } from '#lib/platform/column-name.ts';
import { Prisma } from '#lib/platform/db.ts';
import { identifier, kindTables } from '#lib/record/kind-table.ts';
import { isSingle, type LinkName, links } from '#lib/record/link.ts';
import { columnOf } from '#lib/record/link-sql.ts';

/**
 * DASH-1, ACC-6 · A query by link: the waiting cases (`case_id`) and when the record was opened (`opened_at`). Includes only
 * open records that the actor may read, as a case shows at most the number of others.
 */
export function recordsWaitedForSql(link: LinkName, actor: Actor): Prisma.Sql {
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

/** The case `t` waits for a record of one of the links. */
export function caseWaitsSql(names: readonly LinkName[], actor: Actor): Prisma.Sql {
  const ways = names.map((name) => Prisma.sql`t.id in (select w.case_id from (${recordsWaitedForSql(name, actor)}) w)`);
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`;
}
