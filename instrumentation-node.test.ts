import { afterEach, expect, it, vi } from 'vitest';
import { log } from '#lib/platform/log.ts';
import { logRequestError } from './instrumentation-node.ts';

afterEach(() => vi.restoreAllMocks());

it('an error is logged with its path; the query string is left out because it may hold secrets', async () => {
  const told = vi.spyOn(log, 'error');
  const error = new Error('broken');
  const request = { method: 'GET', path: '/setup?token=secret', headers: {} };
  const context = { routerKind: 'App Router', routePath: '/setup', routeType: 'render' } as const;
  await logRequestError(error, request, {
    ...context,
    renderSource: 'react-server-components',
    revalidateReason: undefined,
  });
  const place = { method: 'GET', path: '/setup', routeType: 'render', routePath: '/setup' };
  expect(told).toHaveBeenCalledWith({ err: error, ...place }, 'A request failed');
});
