import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { now } from '#lib/platform/clock.ts';
import { authSecret, isBehindTls } from '#lib/platform/env.ts';

const Token = z.object({ sid: z.uuid(), exp: z.int() });

/** Behind TLS next-auth uses a cookie that browsers send over TLS only. */
export function sessionCookie() {
  const secure = isBehindTls();
  return { secure, name: `${secure ? '__Secure-' : ''}next-auth.session-token` };
}

/** What tokens hold, by token. It never changes; whether the session still lives is asked of the database. */
const read = new Map<string, z.infer<typeof Token>>();
const MOST_READ = 1_000;

/**
 * ACC-3 · the session's id in a token of next-auth; null for what has expired or was not made by us. To decrypt one takes
 * a key that is derived anew each time, and every request asks twice: what was read is kept.
 */
export async function sidOfToken(token: string | undefined): Promise<string | null> {
  if (!token) return null;
  const { sid, exp } = read.get(token) ?? (await readToken(token)) ?? {};
  return sid && exp && exp * 1000 > now().getTime() ? sid : null;
}

async function readToken(token: string): Promise<z.infer<typeof Token> | null> {
  try {
    const content = Token.parse(await decode({ token, secret: authSecret() }));
    const [oldest] = read.keys();
    if (oldest && read.size >= MOST_READ) read.delete(oldest);
    read.set(token, content);
    return content;
  } catch {
    // Anybody can send anything as a cookie: what cannot be read is no session.
    return null;
  }
}
