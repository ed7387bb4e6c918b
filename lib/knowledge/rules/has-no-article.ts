import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

/** SYNC-PRB-5 · The problem must not have an article yet, so that sending the form twice creates only one. */
export function hasNoArticle({ number, articleId }: { number: string; articleId: string | null }): Verdict {
  return articleId === null ? yes : no('SYNC-PRB-5', `${number} has an article already. Remove it first.`);
}
