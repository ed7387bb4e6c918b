import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { v7 as uuid } from 'uuid';
import { trustsProxy } from '#lib/platform/env.ts';
import { enterLogContext, logContext, withLogContext } from '#lib/platform/log-context.ts';

const HEADER = 'x-request-id';
/** Accepted request ids of a proxy. They can't imitate another line or field of the log. */
const NAME = /^[\w.:-]{1,100}$/;

/**
 * Gives every request of this process an id, before the framework sees it. Pages, actions and routes log it, and the response
 * has it in `x-request-id`. An id from the client is used only behind a trusted proxy. Call once, at startup.
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

/** Runs a handler with the request's id. A request that `giveRequestIds` did not see gets its id here. */
export async function withRequestId(answer: () => Promise<Response>): Promise<Response> {
  const { requestId = uuid() } = logContext();
  const response = await withLogContext({ requestId }, answer);
  response.headers.set(HEADER, requestId);
  return response;
}
