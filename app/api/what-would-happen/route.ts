import { countCall } from '#lib/door/count-call.ts';
import { route } from '#lib/door/route.ts';
import { AnyConsidered, previewAction } from '#lib/foresight/preview-action.ts';
import { userConcurrency } from '#lib/platform/user-concurrency.ts';

const inTurn = userConcurrency('what-would-happen', 1);

/** SYNC-5 · Previews an action: rules that would fire, their updates, excluded records. ACC-12: bulk previews cost the same. */
export const POST = route(
  { permission: 'record.what-would-happen', limit: 'type-ahead', body: AnyConsidered, audited: 'hourly' },
  async ({ actor, body, request }) => {
    if (body.what === 'many') await countCall(actor, 'record.what-would-happen', 'bulk');
    return inTurn(actor.id, () => previewAction(actor, body, request.signal));
  },
);
