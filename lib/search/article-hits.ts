import { readableArticles } from '#lib/access/readable.ts';
import { articleTitleWords, articleWords } from '#lib/knowledge/article-words.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { pathOfArticle } from '#lib/record/article-number.ts';
import { textQuery } from '#lib/record/search.ts';
import { numberRanges, type TypedNumber } from '#lib/record/typed-number.ts';
import { type Candidate, HITS_READ, numberCondition, numberRank } from './candidate.ts';

const PREFIX = 'KB';

type ArticleRow = { id: string; number: string; title: string; titled: boolean; at: Date };

/** ACC-6 · Articles that the actor may read, by number, title and text. */
export async function articlesFound(actor: Actor, words: string, typed: TypedNumber | null): Promise<Candidate[]> {
  const query = textQuery(words);
  const meant = numberCondition(typed, PREFIX, Prisma.sql`a.number`);
  const rows = await db().$queryRaw<ArticleRow[]>`
    select a.id, a.number, a.title, a.updated_at as at, ${articleTitleWords} @@ ${query} as titled, ${meant} as meant
    from articles a
    where ${readableArticles(actor)}
      and (${articleWords} @@ ${query} or ${meant})
    order by meant desc, titled desc, a.updated_at desc, a.id desc limit ${HITS_READ}`;
  const numbers = typed && numberRanges(typed, PREFIX);
  return rows.map(({ id, number, title, titled, at }): Candidate => {
    const common = { id, sort: 'article' as const, href: pathOfArticle(number), number, title, state: null, at };
    const byNumber = numberRank(numbers, number);
    if (byNumber) return { ...common, rank: byNumber, place: 'number' };
    return titled ? { ...common, rank: 'title', place: 'title' } : { ...common, rank: 'text', place: 'text' };
  });
}
