import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { authSecret } from '#lib/platform/env.ts';

const HEADER = 'x-casebridge-let-in';

/** Known to every process of the server, since another one may get what is forwarded, and to nobody else. */
const proof = () => createHmac('sha256', authSecret()).update(HEADER).digest('base64url');

/**
 * ACC-12 · Whether a request is part of one that was let in: the framework sends an action that another page holds, and asks
 * for the page that an action leads to, by a request to itself with all headers of the first, and waits for its answer.
 */
export function isForwarded(headers: IncomingHttpHeaders): boolean {
  if (headers[HEADER] === undefined) return false;
  const [said, known] = [Buffer.from(String(headers[HEADER])), Buffer.from(proof())];
  return said.length === known.length && timingSafeEqual(said, known);
}

/** Marks a request that is handed on, whatever it said of itself, so that what is forwarded of it is known. */
export function markLetIn(headers: IncomingHttpHeaders): void {
  headers[HEADER] = proof();
}
