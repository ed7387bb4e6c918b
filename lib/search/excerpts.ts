import { db, Prisma } from '#lib/platform/db.ts';
import { folded, isUnseparated } from '#lib/platform/folded.ts';
import { partsOf, textQuery } from '#lib/record/search.ts';
import type { Candidate } from './candidate.ts';

/** Text around a match; for a journal entry also its author and time. */
export type Excerpt = { text: string; by: string | null; at: Date | null };

const OPTIONS = 'MaxWords=30, MinWords=12, ShortWord=0, StartSel="", StopSel=""';

/** Characters read before the match and from it. Far more than is shown. */
const BEFORE = 500;
const LOOKED_AT = 3_000;

/** The same for text that is cut by characters instead of parsed. */
const CUT_BEFORE = 80;
const CUT = 240;

/**
 * ACC-12 · The part of a text around the first match of the longest typed word, the most specific one. One pass over the text:
 * highlighting every match in the whole text would take a hundred times as long.
 */
function around(text: Prisma.Sql, words: string): Prisma.Sql {
  return Prisma.sql`substr(${text}, greatest(1, ${placeIn(text, words)} - ${BEFORE}), ${LOOKED_AT})`;
}

/** Position of the longest word in a text. Folding shifts it by a letter or two per ß or æ, so it is approximate. */
function placeIn(text: Prisma.Sql, words: string): Prisma.Sql {
  const [longest = ''] = partsOf(words).toSorted((a, b) => b.length - a.length);
  const begin = isUnseparated(longest) ? '' : '(?:^|[^[:alnum:]])';
  return Prisma.sql`coalesce(strpos(folded(${text}), substring(folded(${text}) from ${`${begin}${folded(longest)}`}::text)), 1)`;
}

/** Excerpts for hits with long texts, by hit id, in one query. */
export async function excerptsOf(candidates: readonly Candidate[], words: string): Promise<Map<string, Excerpt>> {
  const idsAt = (place: 'description' | 'text') =>
    candidates.filter((each) => each.place === place).map(({ id }) => id);
  const entries = candidates.flatMap(({ id, entryId }) => (entryId ? [{ id, entryId }] : []));
  const [descriptions, articles] = [idsAt('description'), idsAt('text')];
  if (descriptions.length + articles.length + entries.length === 0) return new Map();
  const query = textQuery(words);
  // ts_headline parses the original text, but search uses the folded one. Where they differ, cut by characters.
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
