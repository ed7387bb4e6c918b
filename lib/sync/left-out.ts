import { Prisma } from '#lib/platform/db.ts';
import { hasRecord, majorHasIt } from '#lib/related/link-sql.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { Effect } from './plan.ts';
import type { Target } from './target.ts';

/** SYNC-5, SYNC-6 · Cases that have the record and are not written: why, how many, and their ids in the order of their numbers. */
export type LeftOut = { because: string; ids: string[] };

const OVER = 'closed or cancelled';
const RESOLVED = 'resolved already';
const FOLLOWS = 'receives it from its major case';

/** The cases `c`, tasks `t`, that a target would reach of a source if nothing stood against it, with what does; null: not only cases. */
function wouldReach(target: Target, source: Prisma.Sql): { which: Prisma.Sql; because: Prisma.Sql } | null {
  const over = Prisma.sql`when not t.active then ${OVER}`;
  const resolved = Prisma.sql`when t.state = 'resolved' then ${RESOLVED}`;
  switch (target.to) {
    case 'cases':
      return {
        which: hasRecord(target.links, source),
        because: Prisma.sql`case ${over} when ${majorHasIt(target.links, source)} then ${FOLLOWS} end`,
      };
    case 'proactive cases':
      return {
        which: Prisma.sql`c.incident_id = ${source} and c.proactive`,
        because: Prisma.sql`case ${over} ${resolved} when c.parent_id is not null then ${FOLLOWS}
          when c.major_case_state = 'accepted' then 'a major case, which its manager resolves' end`,
      };
    case 'child cases':
      return { which: Prisma.sql`c.parent_id = ${source}`, because: Prisma.sql`case ${over} ${resolved} end` };
    case 'record':
    case 'its case':
    case 'itself':
    case 'incidents of the problem':
    case 'major case':
    case 'children of its major case':
    case 'children that share it':
      return null;
  }
}

/** SYNC-5 · The cases that effects reach, or would, and that are left out; each for the first reason there is. */
export async function leftOut(
  { tx }: Pick<CommandContext, 'tx'>,
  effects: readonly Effect[],
  written: readonly string[],
): Promise<LeftOut[]> {
  const parts = effects.flatMap(({ target, sourceId }) => {
    const reach = wouldReach(target, Prisma.sql`${sourceId}::uuid`);
    if (!reach) return [];
    return Prisma.sql`select t.id, t.number, ${reach.because} as because from cases c join tasks t using (id) where ${reach.which}`;
  });
  if (parts.length === 0) return [];
  return tx.$queryRaw<LeftOut[]>`
    select because, array_agg(id::text order by number) as ids from (
      select distinct on (id) id, number, because from (${Prisma.join(parts, ' union all ')}) each
      where because is not null and id <> all(${[...written]}::uuid[]) order by id, because) left_out
    group by because order by because`;
}
