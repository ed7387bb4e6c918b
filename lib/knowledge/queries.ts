import { z } from 'zod';
import { mayWriteArticles } from '#lib/access/policy.ts';
import { readableArticles } from '#lib/access/readable.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { textQuery } from '#lib/record/search.ts';
import { articleToHtml } from './article-html.ts';
import { articleWords } from './article-words.ts';
import type { PreviewArticle } from './schema.ts';

const PAGE = 50;

const Uuid = z.uuid();

export type ListedArticle = {
  id: string;
  number: string;
  title: string;
  readers: 'internal' | 'external';
  publishedAt: Date | null;
  updatedAt: Date;
  author: string | null;
};

export type Article = ListedArticle & { text: string; html: string };

const listed = Prisma.sql`a.id, a.number, a.title, a.readers::text as readers, a.published_at as "publishedAt",
  a.updated_at as "updatedAt", (select u.name from users u where u.id = a.author_id) as author`;

function found(words: string): Prisma.Sql {
  if (words === '') return Prisma.sql`true`;
  return Prisma.sql`${articleWords} @@ ${textQuery(words)}`;
}

/** ADM-7 · Matching articles that the actor may read, last changed first, 50 a page. */
export async function listArticles(
  actor: Actor,
  { search = '', after }: { search?: string; after?: string | undefined } = {},
): Promise<{ articles: ListedArticle[]; next: string | undefined }> {
  const words = searchInput(search);
  const later = Uuid.safeParse(after).success
    ? Prisma.sql`(a.updated_at, a.id) < (select p.updated_at, p.id from articles p where p.id = ${after}::uuid)`
    : Prisma.sql`true`;
  const rows = await db().$queryRaw<ListedArticle[]>`
    select ${listed} from articles a
    where ${readableArticles(actor)} and ${found(words)} and ${later}
    order by a.updated_at desc, a.id desc limit ${PAGE + 1}`;
  const articles = rows.slice(0, PAGE);
  return { articles, next: rows.length > PAGE ? articles.at(-1)?.id : undefined };
}

/** ADM-7 · One article that the actor may read, with its text as HTML. */
export async function articleOf(actor: Actor, number: string): Promise<Article> {
  const [article] = await db().$queryRaw<Omit<Article, 'html'>[]>`
    select ${listed}, a.text from articles a
    where a.number = ${searchInput(number).toUpperCase()} and ${readableArticles(actor)}`;
  if (!article) throw notFound('article');
  return { ...article, html: await articleToHtml(article.text) };
}

/** ACC-12 · Rendering a long text blocks a core. Each user has one rendering at a time; the next waits. */
const inTurn = userConcurrency('preview', 1);

/** Preview of an article for its author. */
export function previewArticle(actor: Person, { text }: PreviewArticle): Promise<string> {
  enforce(mayWriteArticles(actor));
  return inTurn(actor.id, () => articleToHtml(text));
}
