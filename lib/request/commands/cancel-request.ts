import { mayCancelRequest } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { applyUpdate } from '#lib/task/apply-update.ts';
import { type Outcome, runCommand } from '#lib/task/command.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { lockToChange } from '#lib/task/lock.ts';
import type { Request } from '../definition.ts';
import type { CancelRequest } from '../schema.ts';

/** REQ-2 · Cancels a request before its fulfilment begins, for who asked for it or who fulfils it. */
export function cancelRequest(actor: Actor, { number }: CancelRequest): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'cancel-request', async (context) => {
    const request = (await lockToChange(context, 'request', number, {})) as Request;
    enforce(mayCancelRequest(actor, request));
    return applyUpdate(context, request, Object.assign({ ...request }, { state: 'closed_cancelled' }), {});
  });
}
