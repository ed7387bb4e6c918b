import { Prisma } from '#lib/platform/db.ts';

/** ACC-12 · So many words are looked for. */
const WORDS = 12;

/** What a customer typed as a query for the words of a case, each perhaps not finished; null where there are no words. */
export function wordsQuery(typed: string): Prisma.Sql | null {
  const words = (typed.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS);
  if (words.length === 0) return null;
  return Prisma.sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})`;
}
