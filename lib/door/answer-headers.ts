import type { ServerResponse } from 'node:http';
import { isBehindTls } from '#lib/platform/env.ts';
import { UNREAD_SECONDS } from './limits.ts';

/** Q-15 · What every answer says, a page, a file, a refusal or a stream, unless it says something of its own. */
export function headersOfAnswers(): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    // A page has a policy of its own (proxy.ts): what else is opened in a browser runs nothing and loads nothing.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    ...(isBehindTls() && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
}

/** Q-11 · Seconds after which it is worth asking again for what could not be answered now. */
const ASK_AGAIN = '5';

/**
 * Q-15, ACC-12 · Completes the headers of an answer when they are written: those that it lacks, and that nobody on the way
 * keeps it, unless it says who may. `statusOf` may change its status before. From then on its reader has to read: what an
 * answer holds open, such as a file, is let go with the connection.
 */
export function completeHeaders(response: ServerResponse, statusOf: (status: number) => number): void {
  const writeHead = response.writeHead.bind(response);
  Object.assign(response, {
    writeHead(status: number, ...rest: Parameters<typeof writeHead> extends [number, ...infer Rest] ? Rest : never) {
      for (const [name, value] of Object.entries(headersOfAnswers()))
        if (!response.hasHeader(name)) response.setHeader(name, value);
      if (!/^(private|public)/.test(String(response.getHeader('cache-control'))))
        response.setHeader('cache-control', 'private, no-store');
      const answered = statusOf(status);
      if (answered === 503 && !response.hasHeader('retry-after')) response.setHeader('retry-after', ASK_AGAIN);
      response.setTimeout(UNREAD_SECONDS * 1000, () => response.destroy());
      return writeHead(answered, ...rest);
    },
  });
}
