import type { IncomingMessage } from 'node:http';
import { appUrl } from '#lib/platform/env.ts';
import { isForwarded } from './forwarded.ts';
import type { RequestKind } from './request-slots.ts';
import { decoded } from './unreadable.ts';

/** Endpoints that keep a connection open, serve monitoring, or check the session of a page. */
const WITHOUT_TURN = ['/api/events', '/api/export', '/api/health', '/api/ready', '/api/session'] as const;

/** Uploads, and downloads of stored files. */
const FILES = ['/api/attachments', '/api/incoming-mails', '/api/portal/files'] as const;

/**
 * ACC-12 · The kind of turn that a request needs; null: none. Everything except data and the framework's files is a page,
 * whatever the method, because the framework renders pages for all methods, also under `/_next/data/`, and runs actions at any
 * address. Requests that the framework forwards need no turn: their original request holds one.
 */
export function slotNeeded({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): RequestKind | null {
  if (isForwarded(headers)) return null;
  if (headers['next-action'] !== undefined) return 'page';
  const path = decoded(URL.parse(url, appUrl())?.pathname ?? '') ?? '';
  if (path.startsWith('/_next/static/')) return null;
  if (!path.startsWith('/api/')) return 'page';
  if (FILES.some((each) => path === each || path.startsWith(`${each}/`))) return 'file';
  return WITHOUT_TURN.some((each) => path === each || path.startsWith(`${each}/`)) ? null : 'data';
}
