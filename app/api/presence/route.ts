import { route } from '#lib/door/route.ts';
import { PresenceHeartbeat, recordHeartbeat } from '#lib/live/heartbeat.ts';
import { found } from '#lib/platform/verdict.ts';

/** A tab reports which record it shows and receives who else views it. It keeps reporting even if the record is not found. */
export const POST = route(
  { permission: 'record.presence', limit: 'presence', body: PresenceHeartbeat, audited: false },
  async ({ actor, body }) => found(await recordHeartbeat(actor, body), 'record'),
);
