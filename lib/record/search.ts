import { Prisma } from '#lib/platform/db.ts';
import { isUnseparated } from '#lib/platform/folded.ts';
import { type TaskKind, taskKinds } from './kind.ts';
import { numberRanges, typedNumber } from './typed-number.ts';

const PART = /[\p{L}\p{N}]+/gu;

/** ACC-12 · So many words are looked for; what is pasted may have more, and each costs time in every text. */
const WORDS = 12;

/** The words and parts of words that a search takes, without punctuation. */
export const partsOf = (words: string): string[] => words.match(PART) ?? [];

/** ACC-12 · The first words of what somebody typed, as many as are looked for. The others are left out: more is found, not less. */
export function wordsThatCount(words: string): string {
  let parts = 0;
  const kept = words.split(/\s+/).filter((word) => {
    parts += partsOf(word).length;
    return parts <= WORDS;
  });
  // One word of many parts has no blank to be cut at.
  return kept.length > 0 ? kept.join(' ') : partsOf(words).slice(0, WORDS).join(' ');
}

/**
 * What somebody typed as a query for the words of a text: all of them, the last one perhaps not finished. PostgreSQL
 * takes the words apart, as it did when it stored them.
 */
export function textQuery(words: string): Prisma.Sql {
  const all = wordsThatCount(words).split(/\s+/);
  const last = all.pop() ?? '';
  const begun = Prisma.sql`regexp_replace(${queryOf(last)}::text, '''( |$)', ''':*\\1', 'g')::tsquery`;
  const phrases = all.filter(isUnseparated);
  const plain = all.filter((word) => !isUnseparated(word)).join(' ');
  return Prisma.sql`(${Prisma.join([...(plain === '' ? [] : [queryOf(plain)]), ...phrases.map(queryOf), begun], ' && ')})`;
}

/** Words as the columns and indexes have them; what stands inside a longer word is a phrase of its characters. */
function queryOf(words: string): Prisma.Sql {
  return isUnseparated(words)
    ? Prisma.sql`phraseto_tsquery('simple', search_words(${words}))`
    : Prisma.sql`plainto_tsquery('simple', search_words(${words}))`;
}

/** The same for the words of a record. They may be a number in any case, without its zeros or its prefix. */
export function wordsQuery(kind: TaskKind, words: string): Prisma.Sql {
  const query = textQuery(words);
  const typed = typedNumber(words);
  const meant = typed && numberRanges(typed, taskKinds[kind].prefix);
  return meant ? Prisma.sql`(${query} || plainto_tsquery('simple', ${meant.exact}))` : query;
}
