import { route } from '#lib/door/route.ts';
import { countUnread } from '#lib/inbox/unread.ts';

/** How many lines of one's own inbox were not read: each open page asks when it hears that the inbox is not as it was. */
export const GET = route({ permission: 'inbox.read', limit: 'inbox', audited: false }, async ({ actor }) => ({
  unread: await countUnread(actor),
}));
