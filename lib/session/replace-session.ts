import { readSessionCookie, rememberDevice, writeSessionCookie } from './cookie.ts';
import { endSession } from './sessions.ts';

/** Gives the browser a new session and ends its previous one. */
export async function replaceSession(sid: string, address: string): Promise<void> {
  const before = await readSessionCookie();
  if (before) await endSession(before);
  await writeSessionCookie(sid);
  await rememberDevice(address);
}
