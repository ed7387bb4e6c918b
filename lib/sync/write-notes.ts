import { Prisma } from '#lib/platform/db.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import type { Effect } from './plan.ts';
import { affectedSql, majorCaseHaving } from './target-sql.ts';

/** How many records got a note, in total and per effect index. */
type NotesWritten = { written: number; byEffect: number[] };

/**
 * SYNC-3, SYNC-000 · One statement for any number of effects and records: locks the records, major cases first, by id, and
 * writes one work note into each with the lines of all its effects. Texts are built once per set of effects (materialized), not
 * per record. `only`: limits to these locked records; `unless`: writes none while it is true. Returns the notes written, in
 * total and per effect.
 */
export async function writeNotes(
  context: CommandContext,
  cause: { id: string; taskId: string },
  effects: readonly Effect[],
  { only, unless }: { only?: readonly string[]; unless?: Prisma.Sql },
): Promise<NotesWritten> {
  if (only?.length === 0) return { written: 0, byEffect: [] };
  const lines = effects.flatMap(({ notes, sourceId, sourceEntryId, sourceNoteId = sourceEntryId }, n) =>
    notes.map(({ rule, line }) => ({ n, rule, line, source: sourceId, entry: sourceNoteId })),
  );
  const reachedRecords = affectedSql(effects, { rootId: cause.taskId, only, unless, lock: !only });
  // The most frequent and largest case: no text is combined per record.
  const alone = effects.length === 1;
  context.rulesWrote = true;
  const prepared = Prisma.sql`
    reached as (${reachedRecords}),
    written as (${alone ? Prisma.sql`select id, array[n] as ns from reached` : Prisma.sql`select id, array_agg(n order by n) as ns from reached group by id`}),
    combinations as (${alone ? Prisma.sql`select array[0] as ns` : Prisma.sql`select distinct ns from written`}),
    lines as (
      select l.*, row_number() over () as place
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) l(n int, rule text, line text, source uuid, entry uuid)
    ),
    notes as materialized (
      select ns, string_agg(line, E'\n' order by n, place) as text, (array_agg(source order by n))[1] as source,
             (array_agg(entry order by entry is null, n))[1] as entry,
             jsonb_agg(jsonb_build_object('rule', rule, 'line', line) order by n, place) as lines
      from combinations join lines l on l.n = any(ns) group by ns
    )`;
  const insert = Prisma.sql`
    insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, source_entry_id, lines)
    select written.id, 'work_note', notes.text, ${context.at}, ${cause.id}::uuid, ${sourceOf(effects)}, notes.entry, notes.lines
    from written join notes using (ns)`;
  if (alone) {
    const written = await context.tx.$executeRaw`with ${prepared} ${insert}`;
    return { written, byEffect: [written] };
  }
  const [row] = await context.tx.$queryRaw<NotesWritten[]>`
    with ${prepared}, entries as (${insert})
    select (select count(*)::int from written) as written,
      array(select (select count(*)::int from written where n = any(ns)) from generate_series(0, ${effects.length - 1}::int) n order by n) as "byEffect"`;
  return row ?? { written: 0, byEffect: [] };
}

/** Source of a note. A note in the source record itself comes from its major case. */
function sourceOf([first]: readonly Effect[]): Prisma.Sql {
  return first?.target.to === 'itself'
    ? majorCaseHaving(first.target.link, Prisma.sql`written.id`)
    : Prisma.sql`notes.source`;
}

/** What effects would reach, without locks: the count, and the first twenty numbers. */
export async function countAffected(
  { tx }: Pick<CommandContext, 'tx'>,
  rootId: string,
  effects: readonly { target: Effect['target']; sourceId: string }[],
): Promise<{ count: number; first: string[] }> {
  const [row] = await tx.$queryRaw<{ count: number; first: string[] | null }[]>`
    with reached as (select distinct id from (${affectedSql(effects, { rootId })}) r)
    select count(*)::int as count,
      array(select t.number from reached join tasks t using (id) order by t.number limit 20) as first from reached`;
  return { count: row?.count ?? 0, first: row?.first ?? [] };
}

/** Pairs of record and effect, in lock order (SYNC-000). */
export function affectedPairs(
  { tx }: Pick<CommandContext, 'tx'>,
  rootId: string,
  effects: readonly Effect[],
): Promise<{ id: string; n: number }[]> {
  return tx.$queryRaw<{ id: string; n: number }[]>(Prisma.sql`${affectedSql(effects, { rootId })}`);
}

/**
 * SYNC-000 · Locks all records that effects reach, in order, before writing any, and then checks again: another transaction may
 * have closed one or unlinked it from its source. Locks by id alone, because in a query of several targets PostgreSQL drops a
 * row that changed while the query waited.
 */
export async function lockReached(
  context: Pick<CommandContext, 'tx'>,
  rootId: string,
  effects: readonly Effect[],
): Promise<{ id: string; n: number }[]> {
  const ids = [...new Set((await affectedPairs(context, rootId, effects)).map(({ id }) => id))];
  if (ids.length === 0) return [];
  await context.tx.$queryRaw`
    select count(*) from (
      select t.id from unnest(${ids}::uuid[]) with ordinality o(id, place) join tasks t using (id)
      order by o.place for no key update of t
    ) locked`;
  const locked = new Set(ids);
  return (await affectedPairs(context, rootId, effects)).filter(({ id }) => locked.has(id));
}
