import { readSessionCookie, rememberDevice, writeSessionCookie } from './cookie.ts';
import { endSession } from './sessions.ts';

/** A browser has one session at a time: the one before ends. */
export async function replaceSession(sid: string, address: string): Promise<void> {
  const before = await readSessionCookie();
  if (before) await endSession(before);
  await writeSessionCookie(sid);
  await rememberDevice(address);
}
