import { Prisma } from './db.ts';
import { folded } from './folded.ts';
import { escapeLike } from './text-input.ts';

/** Q-13 · The text contains these words, ignoring case and accents. */
export const holds = (text: Prisma.Sql, words: string) =>
  Prisma.sql`folded(${text}) like ${`%${escapeLike(folded(words))}%`}`;

/** Q-13 · The text begins with these words. */
export const begins = (text: Prisma.Sql, words: string) =>
  Prisma.sql`folded(${text}) like ${`${escapeLike(folded(words))}%`}`;

/** Q-13 · A word of the text after the first one begins with these words. */
export const hasWordBeginning = (text: Prisma.Sql, words: string) =>
  Prisma.sql`folded(${text}) like ${`% ${escapeLike(folded(words))}%`}`;
