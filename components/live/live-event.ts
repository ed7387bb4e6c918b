import type { SessionEnd } from '#lib/announce/session-end.ts';
import type { ChangeEvent } from '#lib/live/audience.ts';
import type { Present } from '#lib/live/presence.ts';

/** What a page hears. After `settings` rules may be on that were off; after `inbox` the reader's own is not as it was; after `resync` anything may have changed; after `signed-out` the session has ended. */
export type LiveEvent =
  | ({ type: 'change' } & ChangeEvent)
  | { type: 'presence'; taskId: string; people: Present[] }
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
