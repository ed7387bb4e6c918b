import { route } from '#lib/door/route.ts';
import { whatWouldHappen } from '#lib/foresight/what-would-happen.ts';
import { Considered } from '#lib/task/would-update.ts';

/** SYNC-5 · The rules that would fire by what somebody is about to do, what each reaches, and who is left out. */
export const POST = route(
  { permission: 'record.what-would-happen', limit: 'type-ahead', body: Considered, audited: 'hourly' },
  ({ actor, body }) => whatWouldHappen(actor, body),
);
