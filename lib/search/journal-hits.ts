import { mayReadWorkNotes } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import { mayReadEntry } from '#lib/journal/queries/timeline-conditions.ts';
import { type SearchBounds, searchTable } from '#lib/list/search-rows.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { textQuery } from '#lib/record/search.ts';
import { type Candidate, HITS_READ, type RecordRow, recordCandidate, recordColumns } from './candidate.ts';

/** Entries read for one page of records: several entries of a record may match. */
const ENTRIES_READ = 3 * HITS_READ;

/** Entries examined per command, if it wrote into more records than this. */
const ENTRIES_OF_A_COMMAND = 1_000;

const bounds: SearchBounds = { look: 2_000, sort: 5_000 };

type EntryRow = RecordRow & { entryId: string; type: 'comment' | 'work_note'; texts: number };

/**
 * ACC-6, REC-1 · Records whose comments or work notes match, by their newest matching entry. Only records the actor may read;
 * work notes only for users who may read them. The record where a user wrote the text comes before those that received it.
 */
export async function recordsByJournal(
  actor: Actor,
  words: string,
  kinds: readonly TaskKind[],
  within: SearchBounds = bounds,
): Promise<Candidate[]> {
  const query = textQuery(words);
  const columns = Prisma.sql`t.entry_id, t.cause_id, t.created_at`;
  const order = Prisma.sql`t.created_at desc, t.entry_id desc`;
  const { rows } = await searchTable<EntryRow>(
    {
      name: 'journal_texts',
      walk: (count) => Prisma.sql`(select ${columns} from (
        select * from journal_texts t order by ${order} limit ${count}) t where t.search @@ ${query})`,
      matching: Prisma.sql`select ${columns} from journal_texts t where t.search @@ ${query}`,
      order,
      limit: HITS_READ,
      newest: within.sort,
    },
    async (from) => {
      const read = await entriesOf(actor, from, kinds);
      return { rows: read, found: read[0]?.texts ?? (await countOf(from)) };
    },
    within,
  );
  return rows.map(
    (row): Candidate => ({
      ...recordCandidate(row),
      rank: 'journal',
      place: row.type,
      entryId: row.entryId,
    }),
  );
}

/** Newest matching entries with their texts, one per record that the actor may read. */
function entriesOf(actor: Actor, from: Prisma.Sql, kinds: readonly TaskKind[]): Promise<EntryRow[]> {
  const type = mayReadWorkNotes(actor) ? Prisma.empty : Prisma.sql`and e.type = 'comment'`;
  const readable = kinds.map((kind) => Prisma.sql`(t.kind = ${kind}::task_kind and ${mayReadEntry(kind, actor)})`);
  return db().$queryRaw<EntryRow[]>`
    with found as materialized (select * from ${from} f),
    entries as (
      select e.* from (select * from found order by created_at desc, entry_id desc) f
      join journal_entries sample on sample.id = f.entry_id
      cross join lateral (
        select ${recordColumns}, e.id as "entryId", e.type::text as type, e.created_at as at, e.lines is null as own
        from (select * from journal_entries where cause_id = f.cause_id limit ${ENTRIES_OF_A_COMMAND}) e
        join tasks t on t.id = e.task_id
        where e.text = sample.text ${type} and (${Prisma.join(readable, ' or ')}) and ${readableTasks(actor)}
        limit ${HITS_READ}) e
      order by f.created_at desc, f.entry_id desc limit ${ENTRIES_READ}),
    records as (select distinct on (id) * from entries order by id, at desc, own desc)
    select r.*, (select count(*)::int from found) as texts
    from records r order by at desc, own desc, id desc limit ${HITS_READ}`;
}

async function countOf(from: Prisma.Sql): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`select count(*)::int as count from ${from} f`;
  return row?.count ?? 0;
}
