import { db, Prisma } from '#lib/platform/db.ts';
import { folded, isUnseparated } from '#lib/platform/folded.ts';
import { partsOf, textQuery } from '#lib/record/search.ts';
import type { Candidate } from './candidate.ts';

/** The words around what was found; of an entry also who wrote it, and when. */
export type Excerpt = { text: string; by: string | null; at: Date | null };

const OPTIONS = 'MaxWords=30, MinWords=12, ShortWord=0, StartSel="", StopSel=""';

/** So many characters before the word, and from there on, are looked at: what is shown is far shorter. */
const BEFORE = 500;
const LOOKED_AT = 3_000;

/** The same for a text that is cut and not taken apart. */
const CUT_BEFORE = 80;
const CUT = 240;

/**
 * ACC-12 · The part of a text around the first place of the longest word that was typed, which tells most. Found by one
 * pass over the text: to mark all words in all of it would take a hundred times as long.
 */
function around(text: Prisma.Sql, words: string): Prisma.Sql {
  return Prisma.sql`substr(${text}, greatest(1, ${placeIn(text, words)} - ${BEFORE}), ${LOOKED_AT})`;
}

/** Where the longest word begins in a text. Folding moves it by a letter or two at most per ß or æ: it is about there. */
function placeIn(text: Prisma.Sql, words: string): Prisma.Sql {
  const [longest = ''] = partsOf(words).toSorted((a, b) => b.length - a.length);
  const begin = isUnseparated(longest) ? '' : '(?:^|[^[:alnum:]])';
  return Prisma.sql`coalesce(strpos(folded(${text}), substring(folded(${text}) from ${`${begin}${folded(longest)}`}::text)), 1)`;
}

/** The excerpts of hits whose texts are long, by their ids, in one query. */
export async function excerptsOf(candidates: readonly Candidate[], words: string): Promise<Map<string, Excerpt>> {
  const idsAt = (place: 'description' | 'text') =>
    candidates.filter((each) => each.place === place).map(({ id }) => id);
  const entries = candidates.flatMap(({ id, entryId }) => (entryId ? [{ id, entryId }] : []));
  const [descriptions, articles] = [idsAt('description'), idsAt('text')];
  if (descriptions.length + articles.length + entries.length === 0) return new Map();
  const query = textQuery(words);
  // PostgreSQL takes a text apart as it is written: where that is not how it is searched, its part is cut by letters.
  const headline = (text: Prisma.Sql) => Prisma.sql`case when octet_length(${text}) = length(${text})
    then ts_headline('simple', ${around(text, words)}, ${query}, ${OPTIONS})
    else substr(${text}, greatest(1, ${placeIn(text, words)} - ${CUT_BEFORE}), ${CUT}) end`;
  const rows = await db().$queryRaw<(Excerpt & { id: string })[]>`
    select t.id, ${headline(Prisma.sql`t.description`)} as text, null as by, null::timestamptz as at
    from tasks t where t.id = any(${descriptions}::uuid[])
    union all
    select a.id, ${headline(Prisma.sql`a.text`)}, null, null from articles a where a.id = any(${articles}::uuid[])
    union all
    select f.id, ${headline(Prisma.sql`e.text`)}, coalesce(u.name, 'System'), e.created_at
    from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ entryId }) => entryId)}::uuid[]) f(id, entry_id)
    join journal_entries e on e.id = f.entry_id left join users u on u.id = e.author_id`;
  return new Map(rows.map(({ id, ...excerpt }) => [id, excerpt]));
}
