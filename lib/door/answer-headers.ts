import type { ServerResponse } from 'node:http';
import { isBehindTls } from '#lib/platform/env.ts';
import { UNREAD_SECONDS } from './limits.ts';

/** Q-15 · Default headers of every response: page, file, refusal or stream. A response may override them. */
export function headersOfAnswers(): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    // Pages set their own policy (proxy.ts). Everything else, if opened in a browser, runs and loads nothing.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    ...(isBehindTls() && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
}

/** Q-11 · Seconds after which a client should retry a request that failed temporarily. */
const RETRY_AFTER_SECONDS = '5';

/**
 * Q-15, ACC-12 · Adds missing headers when a response is written. No cache may store the response, unless it says otherwise.
 * `statusOf` may change its status first. From then on the client must keep reading: resources of the response, such as a file,
 * are released with the connection.
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
      if (answered === 503 && !response.hasHeader('retry-after'))
        response.setHeader('retry-after', RETRY_AFTER_SECONDS);
      response.setTimeout(UNREAD_SECONDS * 1000, () => response.destroy());
      return writeHead(answered, ...rest);
    },
  });
}
