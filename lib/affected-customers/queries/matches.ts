import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { fitsSort } from '../condition.ts';
import { customersSql, matchesSql } from '../condition-sql.ts';
import { customerColumn } from '../customer-column.ts';
import { conditionFits } from '../rules/list-changes.ts';
import type { MatchesQuery } from '../schema.ts';
import { readableList } from './readable-list.ts';

/** The customers that a condition finds: how many, how many are on the list already, and the first by name. */
export type Matches = { count: number; listed: number; sample: { id: string; name: string; number: string }[] };

const SAMPLE = 8;

/** MAJ-5 · The live count and sample of a condition. */
export async function loadMatches(actor: Actor, { condition, ...which }: MatchesQuery): Promise<Matches> {
  const { id, of } = await readableList(actor, which);
  enforce(conditionFits(fitsSort(condition, of), of));
  const [found] = await db().$queryRaw<Matches[]>`
    with found as materialized (
      select n.id, n.name, n.number from ${customersSql[of]} where ${matchesSql(of, condition)})
    select (select count(*)::int from found) as count,
      (select count(*)::int from recipients r join found on found.id = r.${customerColumn(of)} where r.list_id = ${id}::uuid) as listed,
      (select coalesce(json_agg(s), '[]') from (select * from found order by name, id limit ${SAMPLE}) s) as sample`;
  return found ?? { count: 0, listed: 0, sample: [] };
}
