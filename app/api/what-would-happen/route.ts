import { route } from '#lib/door/route.ts';
import { AnyConsidered, whatWouldHappen } from '#lib/foresight/what-would-happen.ts';

/** SYNC-5 · The rules that would fire by what somebody is about to do, what each reaches, and who is left out. */
export const POST = route(
  { permission: 'record.what-would-happen', limit: 'type-ahead', body: AnyConsidered, audited: 'hourly' },
  ({ actor, body }) => whatWouldHappen(actor, body),
);
