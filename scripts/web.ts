import type { Settings } from './settings.ts';
import { UserError } from './user-error.mjs';
import { type Processes, superviseProcesses } from './web-processes.ts';

/**
 * Q-7 · In megabytes. Without a limit a process collects up to 700 MB of garbage before it frees memory; an update of 10,000
 * cases needs less than half of this limit.
 */
const HEAP = ['--max-old-space-size=512', '--max-semi-space-size=8'];

/** Starts the built server and waits until it can serve. */
export async function startWeb(
  settings: Settings,
  environment: Record<string, string>,
  signal: AbortSignal,
): Promise<Processes> {
  const { port, host, processes } = settings;
  const server = {
    file: 'node_modules/next/dist/bin/next',
    nodeArgs: HEAP,
    args: ['start', '-p', `${port}`, '-H', host],
    // Q-7 · glibc keeps compression memory for each thread: up to 100 MB without this limit.
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', NEXT_TELEMETRY_DISABLED: '1', ...environment },
  };
  const web = superviseProcesses(server, processes);
  try {
    await untilReady({ port, host }, web.ended, signal);
    return web;
  } catch (error) {
    await web.stop();
    throw error;
  }
}

/** Waits until the server at this address is ready, at most `patience` milliseconds; throws if the server ends before. */
export async function untilReady(
  { port, host }: Pick<Settings, 'port' | 'host'>,
  ended: Promise<number>,
  signal: AbortSignal,
  patience = 60_000,
): Promise<void> {
  const url = `http://${reachable(host)}:${port}/api/ready`;
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  for (const deadline = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    signal.throwIfAborted();
    if (gone) throw new UserError('The server ended before it was ready: see the lines above.');
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline)
      throw new UserError(`The server is not ready: ${(await answer?.text()) ?? 'no answer'}.`);
  }
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
