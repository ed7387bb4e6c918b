import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { v7 as uuid } from 'uuid';
import { trustsProxy } from '#lib/platform/env.ts';
import { enterLogContext, logContext, withLogContext } from '#lib/platform/log-context.ts';

const HEADER = 'x-request-id';
/** What a proxy may call a request: nothing that could pass for another line or field of the log. */
const NAME = /^[\w.:-]{1,100}$/;

/**
 * Gives every request of this process a name, before the framework sees it: pages, actions and routes log with it, and
 * the answer carries it in `x-request-id`. What a client calls its request counts only behind a trusted proxy. Call once,
 * at the start.
 */
export function giveRequestIds(): void {
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const claimed = request.headers[HEADER];
    const requestId = trustsProxy() && typeof claimed === 'string' && NAME.test(claimed) ? claimed : uuid();
    response.setHeader(HEADER, requestId);
    enterLogContext({ requestId });
  });
}

/** Answers a request under its name; one that came past the server's own start gets its name here. */
export async function withRequestId(answer: () => Promise<Response>): Promise<Response> {
  const { requestId = uuid() } = logContext();
  const response = await withLogContext({ requestId }, answer);
  response.headers.set(HEADER, requestId);
  return response;
}
