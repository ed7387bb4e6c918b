import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { type Outcome, reasons } from '#lib/write/outcomes.ts';
import type { Effect } from './plan.ts';
import { wouldReach } from './would-reach.ts';

/** SYNC-5 · Related records that are not written: the reason, and their ids sorted by number. */
export type LeftOut = { because: string; ids: string[] };

/** SYNC-5 · Records that effects would reach but leave out, each with the first reason that applies. */
export async function leftOut(
  { tx }: Pick<CommandContext, 'tx'>,
  effects: readonly Effect[],
  written: readonly string[],
): Promise<LeftOut[]> {
  const parts = effects.flatMap(({ target, sourceId }) => {
    const reach = wouldReach(target, Prisma.sql`${sourceId}::uuid`);
    if (!reach) return [];
    return Prisma.sql`select t.id, t.number, ${reach.outcome} as outcome from ${reach.from} where ${reach.which}`;
  });
  if (parts.length === 0) return [];
  const found = await tx.$queryRaw<{ outcome: Exclude<Outcome, 'written'>; ids: string[] }[]>`
    select outcome, array_agg(id::text order by number) as ids from (
      select distinct on (id) id, number, outcome from (${Prisma.join(parts, ' union all ')}) each
      where outcome is not null and id <> all(${[...written]}::uuid[]) order by id, outcome) left_out
    group by outcome`;
  return found
    .map(({ outcome, ids }) => ({ because: reasons[outcome], ids }))
    .toSorted((a, b) => a.because.localeCompare(b.because));
}
