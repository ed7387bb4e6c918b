import { showsToken } from '#lib/door/bearer-token.ts';
import { metrics } from '#lib/jobs/metrics.ts';
import { now } from '#lib/platform/clock.ts';
import { metricsToken } from '#lib/platform/env.ts';

/** ADM-11 · Metrics for monitors that send the token. Without a valid or a configured token it answers 404. */
export async function GET(request: Request): Promise<Response> {
  const token = metricsToken();
  if (token === null || !showsToken(request, token)) return new Response('Not found.\n', { status: 404 });
  return new Response(await metrics(now()), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
