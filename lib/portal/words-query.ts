import { Prisma } from '#lib/platform/db.ts';

/** ACC-12 · The most words of a search. */
const WORDS = 12;

/** A search query over a case's words, each possibly unfinished; null if nothing searchable was typed. */
export function wordsQuery(typed: string): Prisma.Sql | null {
  const words = (typed.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, WORDS);
  if (words.length === 0) return null;
  return Prisma.sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})`;
}
