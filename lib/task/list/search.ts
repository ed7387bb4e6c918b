import { Prisma } from '#lib/platform/db.ts';
import { numberRanges, typedNumber } from '#lib/search/typed-number.ts';
import { type TaskKind, taskKinds } from '../kind.ts';

/**
 * What somebody typed as a query for the words of a text: all of them, the last one perhaps not finished. PostgreSQL
 * takes the words apart, as it did when it stored them.
 */
export function textQuery(words: string): Prisma.Sql {
  const all = words.split(/\s+/);
  const last = all.pop() ?? '';
  const begun = Prisma.sql`regexp_replace(plainto_tsquery('simple', ${last})::text, '''( |$)', ''':*\\1', 'g')::tsquery`;
  return all.length > 0 ? Prisma.sql`(plainto_tsquery('simple', ${all.join(' ')}) && ${begun})` : begun;
}

/** The same for the words of a record. They may be a number in any case, without its zeros or its prefix. */
export function wordsQuery(kind: TaskKind, words: string): Prisma.Sql {
  const query = textQuery(words);
  const typed = typedNumber(words);
  const meant = typed && numberRanges(typed, taskKinds[kind].prefix);
  return meant ? Prisma.sql`(${query} || plainto_tsquery('simple', ${meant.exact}))` : query;
}
