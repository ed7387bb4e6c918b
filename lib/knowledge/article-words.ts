import { Prisma } from '#lib/platform/db.ts';

/** The indexed words of an article `a`. */
export const articleWords = Prisma.sql`to_tsvector('simple', search_words(a.number || ' ' || a.title || ' ' || a.text))`;

/** The words of its title. */
export const articleTitleWords = Prisma.sql`to_tsvector('simple', search_words(a.title))`;
