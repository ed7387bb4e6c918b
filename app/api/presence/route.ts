import { route } from '#lib/door/route.ts';
import { beat, PresenceHeartbeat } from '#lib/live/heartbeat.ts';
import { found } from '#lib/platform/verdict.ts';

/** A tab says which record it shows; the answer is who else is there. It beats on where the record goes out of reach. */
export const POST = route(
  { permission: 'record.presence', limit: 'presence', body: PresenceHeartbeat, audited: false },
  async ({ actor, body }) => found(await beat(actor, body), 'record'),
);
