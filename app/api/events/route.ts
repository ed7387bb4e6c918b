import { z } from 'zod';
import { route } from '#lib/door/route.ts';
import { openStream } from '#lib/live/stream.ts';

export const dynamic = 'force-dynamic';

/** When the listening page was rendered, in milliseconds. */
const EventsQuery = z.object({ since: z.coerce.number().int().min(0).optional() });

/** Changes as server-sent events. Without a session it answers 204, so that the browser does not reconnect. */
export const GET = route(
  { permission: 'live.listen', limit: 'stream', side: 'both', signedOut: 204, query: EventsQuery },
  async ({ session, request, query }) =>
    // A HEAD opens no stream, and does not count as one.
    new Response(request.method === 'HEAD' ? null : openStream(session, request.signal, query.since), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        // Compression and proxies would delay events.
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    }),
);
