import { mayWriteArticles } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Article } from '#lib/platform/generated/prisma/client.ts';
import { enforce, no, notFound, yes } from '#lib/platform/verdict.ts';
import type { WriteArticle } from './schema.ts';

/** An article's values in the audit log. The text is only in the article itself. */
const articleFacts = ({ title, readers, publishedAt }: Pick<Article, 'title' | 'readers' | 'publishedAt'>) => ({
  title,
  readers,
  published: publishedAt !== null,
});

async function lockArticle(tx: Db, number: string) {
  await tx.$queryRaw`select id from articles where number = ${number} for update`;
  const article = await tx.article.findUnique({ where: { number } });
  if (!article) throw notFound(`article ${number}`);
  return article;
}

/** ADM-7, ADM-12 · Creates or changes an article in a command's transaction. Changing it needs its latest version (REC-3). */
export async function saveArticle(
  tx: Db,
  actor: Actor,
  { number, title, text, readers, published, seen }: WriteArticle,
): Promise<Article> {
  enforce(mayWriteArticles(actor));
  const before = number ? await lockArticle(tx, number) : null;
  const isUnchanged = !before || before.updatedAt.toISOString() === seen;
  enforce(isUnchanged ? yes : no('REC-3', 'Someone changed this article since you opened it. Look at it first.'));

  const updatedAt = now();
  const publishedAt = published ? (before?.publishedAt ?? updatedAt) : null;
  const data = { title, text, readers, publishedAt, updatedAt };
  const article = before
    ? await tx.article.update({ where: { id: before.id }, data })
    : await tx.article.create({ data: { ...data, authorId: actor.id, createdAt: updatedAt } });

  const oldValue = before && articleFacts(before);
  const newValue = articleFacts(article);
  await recordAudit(tx, actor, { action: 'article.written', subject: article.number, oldValue, newValue });
  return article;
}
