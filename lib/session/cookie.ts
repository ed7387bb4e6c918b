import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { authSecret, isBehindTls } from '#lib/platform/env.ts';
import { SESSION_SECONDS } from './sessions.ts';

const Token = z.object({ sid: z.uuid() });

/** Behind TLS next-auth uses a cookie that browsers send over TLS only. */
function cookieOfSession() {
  const secure = isBehindTls();
  return { secure, name: `${secure ? '__Secure-' : ''}next-auth.session-token` };
}

/** ACC-3 · gives the browser its session: next-auth's own cookie, which holds nothing but the session's id. */
export async function writeSessionCookie(sid: string): Promise<void> {
  const { name, secure } = cookieOfSession();
  const token = await encode({ secret: authSecret(), maxAge: SESSION_SECONDS, token: { sid } });
  const jar = await cookies();
  jar.set(name, token, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: SESSION_SECONDS });
}

/** Takes the session from the browser. */
export async function clearSessionCookie(): Promise<void> {
  const { name, secure } = cookieOfSession();
  (await cookies()).set(name, '', { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: 0 });
}

/** The id in the browser's cookie; null when there is none, it has expired or was not made by us. */
export async function readSessionCookie(): Promise<string | null> {
  return idIn((await cookies()).get(cookieOfSession().name)?.value);
}

/** The same from the header of a request that the framework has not seen yet. */
export function sessionIdIn(cookieHeader: string): Promise<string | null> {
  const begin = `${cookieOfSession().name}=`;
  const cookie = cookieHeader.split(/; */).find((each) => each.startsWith(begin));
  return idIn(cookie?.slice(begin.length));
}

async function idIn(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  try {
    return Token.parse(await decode({ token, secret: authSecret() })).sid;
  } catch {
    // Anybody can send anything as a cookie: what cannot be read is no session.
    return null;
  }
}
