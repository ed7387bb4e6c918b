import type { IncomingMessage } from 'node:http';
import { appUrl } from '#lib/platform/env.ts';
import { isForwarded } from './forwarded.ts';
import type { RequestKind } from './request-turns.ts';
import { decoded } from './unreadable.ts';

/** What holds a connection open, is asked by machines, or tells a page whether it may stand. */
const WITHOUT_TURN = ['/api/events', '/api/export', '/api/health', '/api/ready', '/api/session'] as const;

/** What is sent as it lies on the disk, or as it came, up or down. */
const FILES = ['/api/attachments', '/api/incoming-mails', '/api/portal/files'] as const;

/**
 * ACC-12 · For what a request needs a turn of its person; null: for nothing. What is neither data nor a file of the framework's
 * is a page, whatever the method: the framework draws them for all, also by their older address `/_next/data/`, and an action
 * wherever it is sent to. A file is one of a record, up or down. What the framework forwards waits for no turn: the request that it is part of holds one.
 */
export function turnNeeded({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): RequestKind | null {
  if (isForwarded(headers)) return null;
  if (headers['next-action'] !== undefined) return 'page';
  const path = decoded(URL.parse(url, appUrl())?.pathname ?? '') ?? '';
  if (path.startsWith('/_next/static/')) return null;
  if (!path.startsWith('/api/')) return 'page';
  if (FILES.some((each) => path === each || path.startsWith(`${each}/`))) return 'file';
  return WITHOUT_TURN.some((each) => path === each || path.startsWith(`${each}/`)) ? null : 'data';
}
