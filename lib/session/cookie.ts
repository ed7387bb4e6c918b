import { cookies } from 'next/headers';
import { encode } from 'next-auth/jwt';
import { authSecret } from '#lib/platform/env.ts';
import { SESSION_SECONDS } from './sessions.ts';
import { sessionCookie, sidOfToken } from './token.ts';

/** ACC-3 · gives the browser its session: next-auth's own cookie, which holds nothing but the session's id. */
export async function writeSessionCookie(sid: string): Promise<void> {
  const { name, secure } = sessionCookie();
  const token = await encode({ secret: authSecret(), maxAge: SESSION_SECONDS, token: { sid } });
  const jar = await cookies();
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SESSION_SECONDS });
}

/** Takes the session from the browser. */
export async function clearSessionCookie(): Promise<void> {
  const { name, secure } = sessionCookie();
  (await cookies()).set(name, '', { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 0 });
}

/** The id in the browser's cookie; null when there is none, it has expired or was not made by us. */
export async function readSessionCookie(): Promise<string | null> {
  return sidOfToken((await cookies()).get(sessionCookie().name)?.value);
}
