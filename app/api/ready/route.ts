import { notReadyBecause } from '#lib/platform/readiness.ts';

/** Whether this server can serve requests: for load balancers, and for `npm start`, which waits for it. */
export async function GET(): Promise<Response> {
  const because = await notReadyBecause();
  return because === null
    ? Response.json({ status: 'ready' })
    : Response.json({ status: 'not ready', because }, { status: 503 });
}
