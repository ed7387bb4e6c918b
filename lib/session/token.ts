import { createDecipheriv, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { now } from '#lib/platform/clock.ts';
import { authSecret, isBehindTls } from '#lib/platform/env.ts';

const Token = z.object({ sid: z.uuid(), exp: z.int() });

/** Name of our cookie; with TLS one that browsers send only over TLS. */
export function cookieNamed(name: string) {
  const secure = isBehindTls();
  return { secure, name: `${secure ? '__Secure-' : ''}${name}` };
}

export const sessionCookie = () => cookieNamed('next-auth.session-token');

/** Decoded tokens, by token. A token's content never changes; the database decides whether the session is active. */
const read = new Map<string, z.infer<typeof Token>>();
const MAX_READ = 1_000;

/**
 * ACC-3 · The session id in a next-auth token; null if it has expired or we did not issue it. Synchronous, so that callers need
 * not delay the request body, and cached, because every request asks twice.
 */
export function sidOfToken(token: string | undefined): string | null {
  if (!token) return null;
  const { sid, exp } = read.get(token) ?? readToken(token) ?? {};
  return sid && exp && exp * 1000 > now().getTime() ? sid : null;
}

function readToken(token: string): z.infer<typeof Token> | null {
  try {
    const content = Token.parse(JSON.parse(decrypted(token)));
    const [oldest] = read.keys();
    if (oldest && read.size >= MAX_READ) read.delete(oldest);
    read.set(token, content);
    return content;
  } catch {
    // Clients can send any cookie: an unreadable one is no session.
    return null;
  }
}

/** Format of next-auth's tokens: header, no encrypted key, initialization vector, content, tag. */
const COMPACT = /^([\w-]+)\.\.([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** Synchronous version of next-auth's `decode`. Throws if the token was not encrypted with our secret. */
function decrypted(token: string): string {
  const [, header = '', vector = '', content = '', tag = ''] = COMPACT.exec(token) ?? [];
  const key = hkdfSync('sha256', authSecret(), '', 'NextAuth.js Generated Encryption Key', 32);
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), bytes(vector), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(header)).setAuthTag(bytes(tag));
  return `${decipher.update(bytes(content), undefined, 'utf8')}${decipher.final('utf8')}`;
}
