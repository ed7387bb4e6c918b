import { now } from '#lib/platform/clock.ts';
import { calendarOfFeed } from '#lib/technician-day/queries/feed.ts';

type Context = RouteContext<'/api/calendar/[secret]'>;

/** POR-20, WO-18 · The tasks of the technician to whom the secret belongs; any other secret gets a 404. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const calendar = await calendarOfFeed((await params).secret, now());
  const headers = { 'cache-control': 'private, no-store' };
  if (calendar === null) return new Response('Not found.\n', { status: 404, headers });
  return new Response(calendar, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } });
}
