import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { z } from 'zod';
import { auditBulkRefusals, auditRefusal, type RefusedRecord } from '#lib/access/audit-refusal.ts';
import { enforceSide, type Side } from '#lib/access/side.ts';
import { type ActionResult, type Done, malformed, refused, signedOut } from '#lib/platform/action-result.ts';
import type { Person } from '#lib/platform/actor.ts';
import { NOTHING_SHOWN, Shown, withConfirmation } from '#lib/platform/confirmation.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { appUrl } from '#lib/platform/env.ts';
import { enterOwnCode, failForDatabase } from '#lib/platform/request-progress.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { countCall } from './count-call.ts';
import { formInput } from './form-input.ts';
import { idempotent } from './idempotent.ts';
import type { Limit } from './limits.ts';
import { isCrossOrigin } from './origin.ts';
import { parseInput } from './parse-input.ts';

/** REC-5 · The browser's id for one filled-in form, until the form gets an answer. Unique per user only. */
const CallId = z.string().regex(/^[\w.-]{8,64}$/);

/** SYNC-MAJ-1 · An input, with the consequences that the user was shown before sending it. */
export type WithShown<Input> = Input & { shown?: Shown };

/**
 * Call it with an object, with form data, or through `useActionState`. `callId` identifies a repeated call of a call that runs
 * once. `permission` names a refused attempt in the audit log (ADM-12). The command itself checks whether the user is allowed.
 * A test reads the shape of `input`.
 */
export type Action<Input, T> = {
  (input: WithShown<Input> | FormData, callId?: string): Promise<ActionResult<T>>;
  (previous: ActionResult<T> | null, data: FormData): Promise<ActionResult<T>>;
  permission: string;
  isOnce: boolean | 'each';
  input: z.ZodType;
};

export interface Options<Schema> {
  permission: string;
  input: Schema;
  limit?: Limit;
  /** POR-20 · Who may call it. For other users it doesn't exist. */
  side?: Side;
  /**
   * REC-5 · It creates something: a repeated call gets the first answer. True: the body is one transaction. `each`: the body
   * opens one transaction per record.
   */
  isOnce?: boolean | 'each';
}

/** Below pool size, so that one user's actions waiting for one record can't starve other users. */
const inUserQueue = userConcurrency('action', 4);

/** The result of a body. `refused`: records that a bulk command skipped. They are audited, but not sent. */
type Answer<T> = Done<T> & { refused?: readonly RefusedRecord[] };

/**
 * ACC-5 · Entry point of every server action. Checks origin, sign-in, rate and concurrency (ACC-12), then shapes, then runs the
 * body. SYNC-MAJ-1: child cases change only as `shown` confirms. REC-5: a refusal names the field and the rule.
 */
export function action<Schema extends z.ZodType, T = undefined>(
  { permission, input: schema, limit = 'action', side = 'staff', isOnce = false }: Options<Schema>,
  body: (actor: Person, input: z.output<Schema>, callId: string) => Promise<Answer<T> | undefined>,
): Action<z.input<Schema>, T> {
  async function auditedBody(actor: Person, input: z.output<Schema>, id = ''): Promise<Done<T>> {
    const work = async (): Promise<Answer<T>> => (await body(actor, input, id)) ?? {};
    try {
      const call = { personId: actor.id, id, input };
      const { refused: leftAlone = [], ...done } = await (isOnce === true ? idempotent(call, work) : work());
      await auditBulkRefusals(actor, permission, leftAlone);
      refresh();
      return done;
    } catch (error) {
      if (error instanceof Refusal) await auditRefusal(actor, permission, error);
      throw error;
    }
  }
  async function answer(first: unknown, second?: unknown): Promise<ActionResult<T>> {
    const actor = await currentActor();
    if (!actor) return signedOut;
    return unlessRefused(async () => {
      await countCall(actor, permission, limit);
      await enforceSide(actor, side, permission);
      const form = second instanceof FormData ? second : first;
      const id = CallId.safeParse(second).data;
      const { input: sent, shown } = splitShownFigures(form);
      const work = () => resultOf(schema, sent, (input) => auditedBody(actor, input, id));
      return inUserQueue(actor.id, () => withConfirmation(shown, work));
    });
  }
  async function run(first: unknown, second?: unknown): Promise<ActionResult<T>> {
    enterOwnCode();
    await refuseForeignOrigin();
    return unlessAway(() => answer(first, second));
  }
  return Object.assign(run, { permission, isOnce, input: schema });
}

/** REC-5 · Checks the shape, then runs the body. Malformed and refused input become form messages. */
export async function resultOf<Schema extends z.ZodType, T>(
  schema: Schema,
  input: unknown,
  body: (input: z.output<Schema>) => Promise<Done<T> | undefined>,
): Promise<ActionResult<T>> {
  const parsed = await parseInput(schema, formInput(input));
  if (!parsed.success) return malformed(parsed.error);
  return unlessRefused(async () => ({ ok: true, ...(await body(parsed.data)) }));
}

async function unlessRefused<T>(work: () => Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return refused(error);
    throw error;
  }
}

/** Q-11 · Reports a database outage as a temporary error that the user can retry. */
async function unlessAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) failForDatabase();
    throw error;
  }
}

/** Entry point for users who are not signed in: sign-in, set-up, sign-out. The body checks the shape. */
export function openAction<Args extends unknown[], Result>(body: (...args: Args) => Promise<Result>) {
  const run = async (...args: Args): Promise<Result> => {
    enterOwnCode();
    await refuseForeignOrigin();
    return unlessAway(() => body(...args));
  };
  return Object.assign(run, { permission: 'public' });
}

/** Second line of defense: request-guard.ts has already answered 403 to a foreign origin. */
async function refuseForeignOrigin() {
  const request = { method: 'POST', headers: await headers() };
  if (isCrossOrigin(request, appUrl())) throw new Error('A server action was called from a foreign origin.');
}

function shownIn(value: unknown): Shown {
  try {
    return Shown.safeParse(typeof value === 'string' ? JSON.parse(value) : value).data ?? NOTHING_SHOWN;
  } catch {
    return NOTHING_SHOWN;
  }
}

/** SYNC-MAJ-1 · Separates an action's input from the figures that the user was shown. Without figures, nothing was shown. */
function splitShownFigures(sent: unknown): { input: unknown; shown: Shown } {
  if (sent instanceof FormData) {
    const shown = shownIn(sent.get('shown'));
    sent.delete('shown');
    return { input: sent, shown };
  }
  if (typeof sent !== 'object' || sent === null || !('shown' in sent)) return { input: sent, shown: NOTHING_SHOWN };
  const { shown, ...input } = sent;
  return { input, shown: shownIn(shown) };
}
