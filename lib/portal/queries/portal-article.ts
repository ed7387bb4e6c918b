import { articleToHtml } from '#lib/knowledge/article-html.ts';
import { db } from '#lib/platform/db.ts';

export type PortalArticle = { title: string; html: string };

/** POR-8 · A published article for customers, as HTML; null if it is missing or for staff only. */
export async function portalArticle(number: string): Promise<PortalArticle | null> {
  const article = await db().article.findFirst({
    where: { number, readers: 'external', publishedAt: { not: null } },
    select: { title: true, text: true },
  });
  return article && { title: article.title, html: await articleToHtml(article.text) };
}
