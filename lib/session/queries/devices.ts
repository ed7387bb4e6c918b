import type { Person } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { deviceName } from '../rules/device-name.ts';

/** A browser with an active session; `name` is empty if we do not recognize it. */
export type Device = { id: string; name: string; source: string; since: Date; isThis: boolean };

/** ACC-3 · The actor's active sessions: this browser first, then newest first. */
export async function ownDevices(actor: Person, sid: string): Promise<Device[]> {
  const sessions = await db().session.findMany({
    where: { userId: actor.id, expiresAt: { gt: now() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  const devices = sessions.map(({ id, userAgent, source, createdAt }) => ({
    id,
    name: deviceName(userAgent),
    source: source === 'unknown' ? '' : source,
    since: createdAt,
    isThis: id === sid,
  }));
  return devices.toSorted((one, other) => Number(other.isThis) - Number(one.isThis));
}
