import { Prisma } from '#lib/platform/db.ts';
import { isUnseparated } from '#lib/platform/folded.ts';
import { type TaskKind, taskKinds } from './kind.ts';
import { numberRanges, typedNumber } from './typed-number.ts';

const PART = /[\p{L}\p{N}]+/gu;

/** ACC-12 · The most words of a search. Pasted text may have more, and each word costs time in every text. */
const WORDS = 12;

/** The words and parts of words that a search takes, without punctuation. */
export const partsOf = (words: string): string[] => words.match(PART) ?? [];

/** ACC-12 · The first words of a query, up to the limit. Ignoring the others finds more, not less. */
export function wordsThatCount(words: string): string {
  let parts = 0;
  const kept = words.split(/\s+/).filter((word) => {
    parts += partsOf(word).length;
    return parts <= WORDS;
  });
  // One long word of many parts has no blank where it could be cut.
  return kept.length > 0 ? kept.join(' ') : partsOf(words).slice(0, WORDS).join(' ');
}

/**
 * Typed words as a query over a text: all words must match; the last word may be unfinished. PostgreSQL splits the words,
 * as it did when it stored them.
 */
export function textQuery(words: string): Prisma.Sql {
  const all = wordsThatCount(words).split(/\s+/);
  const last = all.pop() ?? '';
  const begun = Prisma.sql`regexp_replace(${queryOf(last)}::text, '''( |$)', ''':*\\1', 'g')::tsquery`;
  const phrases = all.filter(isUnseparated);
  const plain = all.filter((word) => !isUnseparated(word)).join(' ');
  return Prisma.sql`(${Prisma.join([...(plain === '' ? [] : [queryOf(plain)]), ...phrases.map(queryOf), begun], ' && ')})`;
}

/** A query in the form of the columns and indexes; words of scripts without blanks become phrases of characters. */
function queryOf(words: string): Prisma.Sql {
  return isUnseparated(words)
    ? Prisma.sql`phraseto_tsquery('simple', search_words(${words}))`
    : Prisma.sql`plainto_tsquery('simple', search_words(${words}))`;
}

/** The same for a record, whose number may be typed in any case, without its zeros or its prefix. */
export function wordsQuery(kind: TaskKind, words: string): Prisma.Sql {
  const query = textQuery(words);
  const typed = typedNumber(words);
  const meant = typed && numberRanges(typed, taskKinds[kind].prefix);
  return meant ? Prisma.sql`(${query} || plainto_tsquery('simple', ${meant.exact}))` : query;
}

/** Whether a record `t` matches a number or words; the last word may be unfinished. */
export function matchesWords(kind: TaskKind, query: string): Prisma.Sql {
  const words = query.trim();
  return words === '' ? Prisma.sql`true` : Prisma.sql`t.search @@ ${wordsQuery(kind, words)}`;
}
