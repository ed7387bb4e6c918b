import { v7 as uuid } from 'uuid';
import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { type Ledger, placeOf } from '#lib/write/ledger.ts';
import { NAMED_IN_LEDGER } from '#lib/write/outcomes.ts';
import { affectedSql } from './target-sql.ts';
import { wouldReach } from './would-reach.ts';

/** The first of the ids, as text, which is added up more easily than arrays of different lengths. */
const named = (ids: Prisma.Sql) => Prisma.sql`array_to_string((${ids})[1:${NAMED_IN_LEDGER}::int], ',')`;

/** Records that a rule did not reach, in their current state. They are not locked, but closed ones stay closed. */
function leftOutOf({ fired, changed }: Ledger, rootId: string): Prisma.Sql[] {
  return [...Map.groupBy(fired, placeOf)].flatMap(([place, aims]) => {
    const [first] = aims;
    const reach = first && wouldReach(first.target, Prisma.sql`${first.sourceId}::uuid`);
    if (!first || !reach) return [];
    const rules = [...new Set(aims.map(({ rule }) => rule))];
    const ids = changed.get(place);
    const others = ids
      ? Prisma.sql`and not exists (select from unnest(${[...ids]}::uuid[]) w where w = t.id)`
      : Prisma.empty;
    return Prisma.sql`
      select ${first.sourceId}::uuid, rule, outcome, records, named
      from (select outcome, count(*) as records, ${named(Prisma.sql`array_agg(id order by id)`)} as named from (
          select t.id, ${reach.outcome} as outcome from ${reach.from}
          where ${reach.which} and t.id <> ${rootId}::uuid ${others}) each
        where outcome is not null group by outcome) l, unnest(${rules}::text[]) rule`;
  });
}

/** Records that switched-off rules would have reached. */
function missedBy(off: Ledger['off'], rootId: string): Prisma.Sql[] {
  if (off.length === 0) return [];
  const aims = Prisma.sql`unnest(${off.map(({ sourceId }) => sourceId)}::uuid[], ${off.map(({ rule }) => rule)}::text[]) with ordinality`;
  return [
    Prisma.sql`
      select o.source, o.rule, 'rule_off', count(distinct r.id), ${named(Prisma.sql`array_agg(distinct r.id)`)} from (${affectedSql(off, { rootId })}) r
      join ${aims} o(source, rule, place) on o.place = r.n + 1 group by o.source, o.rule`,
  ];
}

/**
 * SYNC-6 · A cause's ledger as parts of the command's last statement: what rules wrote, what was left out and why. Empty if no
 * record was reached or left out.
 */
export function ledgerSteps({ cause, actor, at }: CommandContext): Prisma.Sql[] {
  if (!cause) return [];
  const { ledger, id, taskId } = cause;
  const kept = [...ledger.lines.values()];
  const sources = [...new Set([...kept, ...ledger.fired, ...ledger.off].map(({ sourceId }) => sourceId))];
  if (sources.length === 0) return [];
  const column = (name: 'sourceId' | 'rule' | 'outcome' | 'records') => kept.map((line) => line[name]);
  const all = [
    Prisma.sql`select * from unnest(${column('sourceId')}::uuid[], ${column('rule')}::text[], ${column('outcome')}::text[], ${column('records')}::bigint[],
      ${kept.map(({ ids }) => ids.join(','))}::text[])`,
    ...leftOutOf(ledger, taskId),
    ...missedBy(ledger.off, taskId),
  ];
  return [
    Prisma.sql`ledger_lines as (
      select source, rule, outcome, sum(records)::int as records,
        (string_to_array(coalesce(string_agg(nullif(named, ''), ','), ''), ',')::uuid[])[1:${NAMED_IN_LEDGER}::int] as named
      from (${Prisma.join(all, ' union all ')}) l(source, rule, outcome, records, named) group by source, rule, outcome)`,
    Prisma.sql`sources as materialized (
      select * from unnest(${sources.map(() => uuid())}::uuid[], ${sources}::uuid[]) s(id, source)
      where source in (select source from ledger_lines))`,
    Prisma.sql`updates as (
      insert into ledger_updates (id, cause_id, source_id, actor_id, at)
      select id, ${id}::uuid, source, ${actor.id}::uuid, ${at} from sources)`,
    Prisma.sql`ledger as (
      insert into ledger_rows (update_id, rule, outcome, records, named)
      select s.id, l.rule, l.outcome::ledger_outcome, l.records, l.named from ledger_lines l join sources s using (source))`,
  ];
}
