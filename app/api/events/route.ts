import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { openStream } from '#lib/live/stream.ts';

export const dynamic = 'force-dynamic';

/** When the page was drawn that listens, in milliseconds. */
const EventsQuery = z.object({ since: z.coerce.number().int().min(0).optional() });

/** What changes, as server-sent events. Without a session 204, which tells the browser not to come back. */
export const GET = route(
  { permission: 'live.listen', limit: 'stream', side: 'both', signedOut: 204, query: EventsQuery },
  async ({ session, request, query }) =>
    // A HEAD asks for no stream, and is not counted as one.
    new Response(request.method === 'HEAD' ? null : openStream(session, request.signal, query.since), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // Compression and proxies would hold events back.
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    }),
);
