import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { putArticle } from '../put-article.ts';
import type { WriteArticle } from '../schema.ts';

/** ADM-7 · Writes or rewrites an article; publishing and withdrawing it is part of that. Returns its number. */
export async function writeArticle(actor: Actor, input: WriteArticle): Promise<string> {
  const { number } = await transaction((tx) => putArticle(tx, actor, input));
  return number;
}
