import { route } from '#lib/door/route.ts';
import { markReplies } from '#lib/replies/commands/mark-replies.ts';
import { repliesSource } from '#lib/replies/queries/replies-source.ts';
import { replyCounts } from '#lib/replies/queries/reply-counts.ts';
import { MarkReplies } from '#lib/replies/schema.ts';

/** NOT-8 · Marks replies as read or unread without re-rendering a page. Returns the counts. */
export const POST = route(
  { permission: 'replies.read', limit: 'timeline', body: MarkReplies },
  async ({ actor, body }) => {
    await markReplies(actor, body);
    return replyCounts(actor, await repliesSource(actor, body));
  },
);
