import type { SessionEnd } from '#lib/announce/session-end.ts';
import type { ChangeEvent } from '#lib/live/audience.ts';
import type { PresentUser } from '#lib/live/presence.ts';

/** Live events. `settings`: rules may be on that were off; `resync`: anything may have changed. */
export type LiveEvent =
  | ({ type: 'change' } & ChangeEvent)
  | { type: 'presence'; taskId: string; people: PresentUser[] }
  | { type: 'settings' }
  | { type: 'inbox' }
  | { type: 'resync' }
  | { type: 'signed-out'; because: SessionEnd };

export const liveEventTypes = [
  'change',
  'presence',
  'settings',
  'inbox',
  'resync',
  'signed-out',
] as const satisfies LiveEvent['type'][];
