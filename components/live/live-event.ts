import type { ChangeEvent } from '#lib/live/audience.ts';
import type { Present } from '#lib/live/presence.ts';
import type { SessionEnd } from '#lib/session/session-end.ts';

/** What a page hears. After `settings` rules may be on that were off; after `resync` anything may have changed; after `signed-out` the session has ended. */
export type LiveEvent =
  | ({ type: 'change' } & ChangeEvent)
  | { type: 'presence'; taskId: string; people: Present[] }
  | { type: 'settings' }
  | { type: 'resync' }
  | { type: 'signed-out'; because: SessionEnd };

export const liveEventTypes = [
  'change',
  'presence',
  'settings',
  'resync',
  'signed-out',
] as const satisfies LiveEvent['type'][];
