import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** SYNC-PRB-5 · An article is written for a problem that has none: whoever sends the form twice writes one. */
export function hasNoArticle({ number, articleId }: { number: string; articleId: string | null }): Verdict {
  return articleId === null ? yes : no('SYNC-PRB-5', `${number} has an article already. Remove it first.`);
}
