import { beat, PresenceHeartbeat } from '#lib/live/heartbeat.ts';
import { appUrl } from '#lib/platform/env.ts';
import { isCrossOrigin } from '#lib/platform/origin.ts';
import { currentActor } from '#lib/session/current-actor.ts';

/** A tab says which record it shows; the answer is who else is there. */
export async function POST(request: Request): Promise<Response> {
  if (isCrossOrigin(request, appUrl())) return new Response(null, { status: 403 });
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const heartbeat = PresenceHeartbeat.safeParse(await request.json().catch(() => null));
  if (!heartbeat.success) return new Response(null, { status: 400 });
  const others = await beat(actor, heartbeat.data);
  return others ? Response.json(others) : new Response(null, { status: 404 });
}
