import { mayCancelRequest } from '#lib/access/own-records.ts';
import { type Outcome, runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockForUpdate } from '#lib/sync/lock-for-update.ts';
import { updateRecord } from '#lib/write/write-updates.ts';
import type { CancelRequest } from '../schema.ts';

/** REQ-2 · Cancels a request before its fulfilment begins; for its requester and for fulfillers. */
export function cancelRequest(actor: Actor, { number }: CancelRequest): Promise<Outcome<TaskRecord>> {
  return runCommand(actor, 'cancel-request', async (context) => {
    const request = await lockForUpdate(context, 'request', number);
    enforce(mayCancelRequest(actor, request));
    return updateRecord(context, 'request', request, { ...request, state: 'closed_cancelled' });
  });
}
