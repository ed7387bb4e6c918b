import { openStream } from '#lib/live/stream.ts';
import { currentSession } from '#lib/session/current-actor.ts';

export const dynamic = 'force-dynamic';

/** What changes, as server-sent events. Without a session 204, which tells the browser not to come back. */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 204 });
  return new Response(openStream(session, request.signal), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      // Compression and proxies would hold events back.
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
