import { createDecipheriv, hkdfSync } from 'node:crypto';
import { z } from 'zod';
import { now } from '#lib/platform/clock.ts';
import { authSecret, isBehindTls } from '#lib/platform/env.ts';

const Token = z.object({ sid: z.uuid(), exp: z.int() });

/** A cookie of ours; behind TLS one that browsers send over TLS only. */
export function cookieNamed(name: string) {
  const secure = isBehindTls();
  return { secure, name: `${secure ? '__Secure-' : ''}${name}` };
}

/** The cookie that next-auth keeps its session in. */
export const sessionCookie = () => cookieNamed('next-auth.session-token');

/** What tokens hold, by token. It never changes; whether the session still lives is asked of the database. */
const read = new Map<string, z.infer<typeof Token>>();
const MOST_READ = 1_000;

/**
 * ACC-3 · the session's id in a token of next-auth; null for what has expired or was not made by us. Answers at once, so
 * that whoever lets a request in need not wait with its body, and keeps what was read: every request asks twice.
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
    if (oldest && read.size >= MOST_READ) read.delete(oldest);
    read.set(token, content);
    return content;
  } catch {
    // Anybody can send anything as a cookie: what cannot be read is no session.
    return null;
  }
}

/** The form of next-auth's tokens: header, no key of their own, initial vector, content, tag. */
const COMPACT = /^([\w-]+)\.\.([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/** What next-auth's own `decode` does, which cannot answer at once. Throws where the token was not made with our secret. */
function decrypted(token: string): string {
  const [, header = '', vector = '', content = '', tag = ''] = COMPACT.exec(token) ?? [];
  const key = hkdfSync('sha256', authSecret(), '', 'NextAuth.js Generated Encryption Key', 32);
  const bytes = (part: string) => Buffer.from(part, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), bytes(vector), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(header)).setAuthTag(bytes(tag));
  return `${decipher.update(bytes(content), undefined, 'utf8')}${decipher.final('utf8')}`;
}
