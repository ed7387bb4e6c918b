import type { z } from 'zod';
import { auditRefusal, auditRefusalHourly } from '#lib/access/audit-refusal.ts';
import { isOnSide, type Side } from '#lib/access/side.ts';
import { malformed, refused } from '#lib/platform/action-result.ts';
import { appUrl } from '#lib/platform/env.ts';
import { notFound, Refusal, TemporaryRefusal, TookTooLong, TooLarge } from '#lib/platform/verdict.ts';
import type { SignedIn } from '#lib/session/actors.ts';
import { currentSession } from '#lib/session/current-actor.ts';
import { countCall, TooManyCalls } from './count-call.ts';
import { LARGEST_BODY, type Limit } from './limits.ts';
import { isCrossOrigin } from './origin.ts';
import { parseInput } from './parse-input.ts';
import { withRequestId } from './request-id.ts';

/** The parts of a request that a route reads, each with its schema. The route does not see other parts. */
type Shapes = { params?: z.ZodType; query?: z.ZodType; headers?: z.ZodType; body?: z.ZodType };

type Given<S extends Shapes> = {
  [Part in keyof Shapes & keyof S]: S[Part] extends z.ZodType ? z.output<S[Part]> : never;
};

/** Arguments of a body: the actor, the validated input, and the request for its stream or its end. */
export type Call<S extends Shapes> = Given<S> & { actor: SignedIn['actor']; session: SignedIn; request: Request };

type Door = {
  /** The permission's name in the audit log. */
  permission: string;
  limit: Limit;
  /** POR-20 · Who may call it, by default staff. For other users it doesn't exist. */
  side?: Side;
  /** The status for users who are not signed in. */
  signedOut?: 401 | 204;
  /**
   * False: browsers send the request by themselves, so a refusal is no attempt of a user (ADM-12). Hourly: a page sends it
   * repeatedly while the user types, so a refusal is logged once per hour.
   */
  audited?: false | 'hourly';
};

type Context = { params?: Promise<Record<string, unknown>> };

/** A test reads `permission`, `limit` and the schemas. */
export type Route = ((request: Request, context?: Context) => Promise<Response>) &
  Pick<Door, 'permission' | 'limit'> & { shapes: Shapes };

/**
 * ACC-5 · Entry point of every route that returns data. Checks origin, session, rate (ACC-12) and schemas, in this order. The
 * body then calls one command or query and returns a value for JSON, or a `Response` for a file or stream. Only this function
 * turns a refusal into a status: 404 for a missing or hidden record, 403 for a missing permission, 429 with `Retry-After`, 503
 * for a timeout or a temporary problem, 422 for a rule. A path that can't belong to any record gets the same 404 as a missing
 * record.
 */
export function route<S extends Shapes>(door: Door & S, body: (call: Call<S>) => Promise<unknown>): Route {
  const answer = async (request: Request, { params }: Context): Promise<Response> => {
    if (isCrossOrigin(request, appUrl())) return new Response(null, { status: 403 });
    const session = await currentSession();
    if (!session) return new Response(null, { status: door.signedOut ?? 401 });
    const { actor } = session;
    try {
      await countCall(actor, door.permission, door.limit);
      if (!isOnSide(actor, door.side ?? 'staff')) throw notFound('page');
      const given = await givenIn(door, request, await params);
      if (given instanceof Response) return given;
      const found = await body({ ...given, actor, session, request });
      return found instanceof Response ? found : Response.json(found);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (door.audited === 'hourly') await auditRefusalHourly(actor, door.permission, error);
      else if (door.audited !== false) await auditRefusal(actor, door.permission, error);
      return refusedAnswer(error);
    }
  };
  const handle = (request: Request, context: Context = {}) =>
    withRequestId(async () => {
      const response = withoutCaching(await answer(request, context));
      return request.method === 'HEAD' ? withoutBody(response) : response;
    });
  return Object.assign(handle, { permission: door.permission, limit: door.limit, shapes: door });
}

/** Validates the input part by part. Returns a response if a part is invalid. */
async function givenIn<S extends Shapes>(shapes: S, request: Request, params: unknown): Promise<Given<S> | Response> {
  const given: Partial<Record<keyof Shapes, unknown>> = {};
  const read = {
    params: () => params,
    query: () => Object.fromEntries(new URL(request.url).searchParams),
    headers: () => Object.fromEntries(request.headers),
    body: () => readJson(request),
  } as const satisfies Record<keyof Shapes, () => unknown>;
  for (const part of ['params', 'query', 'headers', 'body'] as const) {
    const shape = shapes[part];
    if (!shape) continue;
    const parsed = await parseInput(shape, await read[part]());
    if (!parsed.success) return Response.json(malformed(parsed.error), { status: part === 'params' ? 404 : 400 });
    given[part] = parsed.data;
  }
  return given as Given<S>;
}

function refusedAnswer(refusal: Refusal): Response {
  const response = Response.json(refused(refusal), { status: statusOf(refusal) });
  if (refusal instanceof TooManyCalls) response.headers.set('retry-after', String(refusal.retryAfter));
  return response;
}

function statusOf(refusal: Refusal): number {
  if (refusal instanceof TooManyCalls) return 429;
  if (refusal instanceof TooLarge) return 413;
  if (refusal instanceof TookTooLong || refusal instanceof TemporaryRefusal) return 503;
  if (refusal.rule === 'REL-16') return 404;
  return refusal.rule.startsWith('ACC-') ? 403 : 422;
}

/** The framework answers HEAD like GET but never reads the body. Cancelling it releases its resources. */
async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel();
  return new Response(null, response);
}

/** ACC-12 · Responses are private: no cache stores them, unless a body allows it (REC-4, streams). */
function withoutCaching(response: Response): Response {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
}

/** The JSON body of a request; undefined if it is missing or invalid, which no schema accepts. */
async function readJson({ body }: Request): Promise<unknown> {
  try {
    return body ? JSON.parse(await textOf(body)) : undefined;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    // Clients can send anything, or disconnect halfway. Unreadable input fails the schema check.
    return undefined;
  }
}

async function textOf(body: NonNullable<Request['body']>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const part of body) {
    size += part.byteLength;
    if (size > LARGEST_BODY) throw new TooLarge('ACC-12', `This is more than ${LARGEST_BODY / 1000} kB.`);
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
