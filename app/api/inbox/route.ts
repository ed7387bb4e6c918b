import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { readInbox } from '#lib/inbox/queries/inbox.ts';
import { textInput } from '#lib/platform/text-input.ts';

const Query = z.object({ before: textInput(100).nullable().default(null) });

/** The actor's own inbox, newest first, page by page. */
export const GET = route(
  { permission: 'inbox.read', limit: 'inbox', query: Query, audited: false },
  async ({ actor, query }) => readInbox(actor, query.before),
);
