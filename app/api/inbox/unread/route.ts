import { route } from '#lib/door/route.ts';
import { countUnread } from '#lib/inbox/unread.ts';

/** The actor's count of unread inbox entries: each open page requests it when it receives an inbox event. */
export const GET = route({ permission: 'inbox.read', limit: 'inbox', audited: false }, async ({ actor }) => ({
  unread: await countUnread(actor),
}));
