import { route } from '#lib/door/route.ts';
import { repliesSource } from '#lib/replies/queries/replies-source.ts';
import { replyCounts } from '#lib/replies/queries/reply-counts.ts';
import { RepliesOf } from '#lib/replies/schema.ts';

/** NOT-8 · Counts of unread and unanswered customer replies. */
export const GET = route(
  { permission: 'replies.read', limit: 'timeline', query: RepliesOf },
  async ({ actor, query }) => replyCounts(actor, await repliesSource(actor, query)),
);
