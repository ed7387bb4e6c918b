import { mayCancelRequest } from '#lib/access/own-records.ts';
import { fulfilmentHasStarted } from '#lib/kinds/requested-item/states.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';

/** REQ-2 · Whether the actor could cancel this request now. The actor is known to see the request. */
export async function isCancellable(actor: Actor, requestId: string): Promise<boolean> {
  const { requestedForId, task, items } = await db().request.findUniqueOrThrow({
    where: { id: requestId },
    select: {
      requestedForId: true,
      task: { select: { active: true, openedById: true } },
      items: { select: { task: { select: { state: true } } } },
    },
  });
  const waits = task.active && !items.some((item) => fulfilmentHasStarted(item.task.state));
  return waits && mayCancelRequest(actor, { requestedForId, openedById: task.openedById }).ok;
}
