import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import type { z } from 'zod';
import { auditBulkRefusals, auditRefusal, type RefusedRecord } from '#lib/access/audit-refusal.ts';
import { enforceSide, type Side } from '#lib/access/side.ts';
import { type ActionResult, type Done, malformed, refused, signedOut } from '#lib/platform/action-result.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { type Shown, withConfirmation } from '#lib/platform/confirmation.ts';
import { isAway } from '#lib/platform/database-error.ts';
import { appUrl } from '#lib/platform/env.ts';
import { enterOwnCode, failForDatabase } from '#lib/platform/request-progress.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { currentActor } from '#lib/session/current-actor.ts';
import { CallId } from './call-id.ts';
import { countCall } from './count-call.ts';
import { formInput } from './form-input.ts';
import { once } from './idempotent.ts';
import { inShape } from './in-shape.ts';
import type { Limit } from './limits.ts';
import { isCrossOrigin } from './origin.ts';
import { takeShown } from './take-shown.ts';

/** SYNC-MAJ-1 · An input, with what the person was shown of its consequences before sending it. */
export type WithShown<Input> = Input & { shown?: Shown };

/**
 * To be called with an object or a form's data, or by `useActionState`. `callId` tells one that is done once when it comes
 * again. `permission` is what the audit log calls an attempt that was refused (ADM-12); whether somebody may, the command
 * asks the policy. A test reads the shape of its `input`.
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
  /** POR-20 · Whom it is for; for others it is not there. */
  side?: Side;
  /**
   * REC-5 · It creates something: a call that comes again is answered and not repeated. Its body is one transaction; or each
   * of many records has one of its own, and the body sees to that.
   */
  isOnce?: boolean | 'each';
}

/** Fewer than a process has connections: what one person has sent may all wait for one record, and others go on. */
const turnOf = userConcurrency('action', 4);

/** What a body answers. `refused` are records that a command for many has left alone: they are audited and not sent. */
type Answer<T> = Done<T> & { refused?: readonly RefusedRecord[] };

/**
 * ACC-5 · the one door of every server action: origin, sign-in, how often and how many at once (ACC-12), shape of every argument, in this order;
 * then the body, whose command asks reach, permission and rule. SYNC-MAJ-1: nothing is written into child cases that `shown` does not confirm. REC-5: a refusal names the field and the rule.
 */
export function action<Schema extends z.ZodType, T = undefined>(
  { permission, input: schema, limit = 'action', side = 'staff', isOnce = false }: Options<Schema>,
  body: (actor: Actor & { id: string }, input: z.output<Schema>, callId: string) => Promise<Answer<T> | undefined>,
): Action<z.input<Schema>, T> {
  async function auditedBody(actor: Actor & { id: string }, input: z.output<Schema>, id = ''): Promise<Done<T>> {
    const work = async (): Promise<Answer<T>> => (await body(actor, input, id)) ?? {};
    try {
      const call = { personId: actor.id, id, input };
      const { refused: leftAlone = [], ...done } = await (isOnce === true ? once(call, work) : work());
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
      const { input: sent, shown } = takeShown(form);
      const work = () => resultOf(schema, sent, (input) => auditedBody(actor, input, id));
      return turnOf(actor.id, () => withConfirmation(shown, work));
    });
  }
  async function run(first: unknown, second?: unknown): Promise<ActionResult<T>> {
    enterOwnCode();
    await refuseForeignOrigin();
    return unlessAway(() => answer(first, second));
  }
  return Object.assign(run, { permission, isOnce, input: schema });
}

/** REC-5 · Shape, then the body; what is malformed and what is refused become what a form shows. */
export async function resultOf<Schema extends z.ZodType, T>(
  schema: Schema,
  input: unknown,
  body: (input: z.output<Schema>) => Promise<Done<T> | undefined>,
): Promise<ActionResult<T>> {
  const parsed = await inShape(schema, formInput(input));
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

/** Q-11 · What fails as the database is away is no fault of ours: it can be sent again later. */
async function unlessAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isAway(error)) failForDatabase();
    throw error;
  }
}

/** The door for those who are not signed in yet or no longer: sign-in, set-up, sign-out. The body checks the shape. */
export function openAction<Args extends unknown[], Result>(body: (...args: Args) => Promise<Result>) {
  const run = async (...args: Args): Promise<Result> => {
    enterOwnCode();
    await refuseForeignOrigin();
    return unlessAway(() => body(...args));
  };
  return Object.assign(run, { permission: 'public' });
}

/** Once more, in depth: request-guard.ts has answered 403 to a foreign origin before anything else. */
async function refuseForeignOrigin() {
  const request = { method: 'POST', headers: await headers() };
  if (isCrossOrigin(request, appUrl())) throw new Error('A server action was called from a foreign origin.');
}
