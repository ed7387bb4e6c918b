import { Prisma } from '#lib/platform/db.ts';

/** The words of an article `a`, as its index has them. */
export const articleWords = Prisma.sql`to_tsvector('simple', search_words(a.number || ' ' || a.title || ' ' || a.text))`;

/** Those of its title alone. */
export const articleTitleWords = Prisma.sql`to_tsvector('simple', search_words(a.title))`;
