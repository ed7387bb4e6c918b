import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { authSecret } from '#lib/platform/env.ts';
import { DEVICE_SECONDS, deviceToken, knownDevice } from './device.ts';
import { SESSION_SECONDS } from './sessions.ts';
import { cookieNamed, sessionCookie, sidOfToken } from './token.ts';

/** ACC-3 · Sets the session cookie: next-auth's own, which contains only the session id. */
export async function writeSessionCookie(sid: string): Promise<void> {
  const { name, secure } = sessionCookie();
  const token = await encode({ secret: authSecret(), maxAge: SESSION_SECONDS, token: { sid } });
  const jar = await cookies();
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SESSION_SECONDS });
}

/** Deletes the session cookie. */
export async function clearSessionCookie(): Promise<void> {
  const { name, secure } = sessionCookie();
  (await cookies()).set(name, '', { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 0 });
}

/** The session id in the cookie; null if there is no cookie, it has expired, or we did not issue it. */
export async function readSessionCookie(): Promise<string | null> {
  return sidOfToken((await cookies()).get(sessionCookie().name)?.value);
}

const deviceCookie = () => cookieNamed('casebridge.device');

/** ACC-10 · The browser's id, if this address has signed in with it before. */
export async function readDevice(address: string): Promise<string | null> {
  return knownDevice((await cookies()).get(deviceCookie().name)?.value, address);
}

/** ACC-10 · Lets the browser prove from now on that this address has signed in with it. */
export async function rememberDevice(address: string): Promise<void> {
  const { name, secure } = deviceCookie();
  const jar = await cookies();
  const token = await deviceToken(jar.get(name)?.value, address);
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: DEVICE_SECONDS });
}

/** The same from a raw cookie header, for a request that the framework has not read yet. */
export function sessionIdIn(cookieHeader: string): string | null {
  const begin = `${sessionCookie().name}=`;
  const tokens = cookieHeader
    .split(/; */)
    .filter((each) => each.startsWith(begin))
    .map((each) => decoded(each.slice(begin.length)));
  // If there are several, the last one that can be decoded counts, as in the framework.
  return sidOfToken(tokens.findLast((each) => each !== undefined));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
