import { readableArticles } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { similarWords } from '#lib/related/similar-words.ts';
import { articleWords } from './article-words.ts';

export type SuggestedArticle = { number: string; title: string };

const AT_MOST = 5;
/** The maximum of matching articles that are ranked, last changed first. */
const CANDIDATES = 100;

/** Published articles with words of a title, title matches first; empty if the title has no useful words. */
export async function suggestedArticles(actor: Actor, title: string): Promise<SuggestedArticle[]> {
  const words = similarWords(title);
  if (!words) return [];
  const query = Prisma.sql`(select to_tsquery('simple', ${words}))`;
  return db().$queryRaw<SuggestedArticle[]>`
    select number, title from (
      select a.number, a.title, a.updated_at from articles a
      where ${articleWords} @@ ${query}
        and a.published_at is not null and ${readableArticles(actor)}
      order by a.updated_at desc, a.id desc limit ${CANDIDATES}) found
    order by to_tsvector('simple', search_words(title)) @@ ${query} desc, updated_at desc, number limit ${AT_MOST}`;
}
