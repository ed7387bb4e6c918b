import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { authSecret } from '#lib/platform/env.ts';

const HEADER = 'x-casebridge-let-in';

/** All processes of the server know it, because another process may receive the forwarded request. Clients don't. */
const proof = () => createHmac('sha256', authSecret()).update(HEADER).digest('base64url');

/**
 * ACC-12 · Whether a request is part of an admitted one. The framework sends a request to itself, with the first one's headers,
 * for an action of another page and for the page that an action redirects to. It waits for the response.
 */
export function isForwarded(headers: IncomingHttpHeaders): boolean {
  if (headers[HEADER] === undefined) return false;
  const [said, known] = [Buffer.from(String(headers[HEADER])), Buffer.from(proof())];
  return said.length === known.length && timingSafeEqual(said, known);
}

/** Marks an admitted request, overwriting a header of the client, so that its forwarded requests are recognized. */
export function markAdmitted(headers: IncomingHttpHeaders): void {
  headers[HEADER] = proof();
}
