import { createHash, timingSafeEqual } from 'node:crypto';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** Whether a request has this token (`Authorization: Bearer …`). Compares in constant time. */
export function showsToken(request: Request, token: string): boolean {
  const [, shown = ''] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  return timingSafeEqual(hashOf(shown), hashOf(token));
}
