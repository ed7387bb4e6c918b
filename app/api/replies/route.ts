import { route } from '#lib/door/route.ts';
import { repliesPage } from '#lib/replies/queries/replies-page.ts';
import { repliesSource } from '#lib/replies/queries/replies-source.ts';
import { RepliesQuery } from '#lib/replies/schema.ts';

/** NOT-8 · A page of customers' replies in the cases of a record. */
export const GET = route(
  { permission: 'replies.read', limit: 'timeline', query: RepliesQuery },
  async ({ actor, query: { kind, number, ...page } }) =>
    repliesPage(actor, await repliesSource(actor, { kind, number }), page),
);
