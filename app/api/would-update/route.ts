import { route } from '#lib/door/route.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';
import { PlannedAction, wouldUpdateMessage } from '#lib/record-page/would-update.ts';

const inTurn = userConcurrency('would-update', 2);

/** SYNC-3 · Previews how an action would update cases. */
export const POST = route(
  { permission: 'record.would-update', limit: 'type-ahead', body: PlannedAction, audited: 'hourly' },
  ({ actor, body }) => inTurn(actor.id, () => wouldUpdateMessage(actor, body)),
);
