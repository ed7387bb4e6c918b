import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { saveArticle } from '../save-article.ts';
import type { WriteArticle } from '../schema.ts';

/** ADM-7 · Creates or changes an article, and publishes or withdraws it. Returns its number. */
export async function writeArticle(actor: Actor, input: WriteArticle): Promise<string> {
  const { number } = await transaction((tx) => saveArticle(tx, actor, input));
  return number;
}
