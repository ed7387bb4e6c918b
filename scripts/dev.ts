// `npm run dev`, on the pinned Node: `npm start` with a web server that reloads changed files.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dropLeash, quitSignal } from './quit.ts';
import { runServer, type WebServer } from './run-server.ts';
import type { Settings } from './settings.ts';
import { exitWithError, UserError } from './user-error.mjs';
import { untilReady } from './web.ts';

/** In milliseconds: on a busy machine, compiling the first page takes minutes. */
const FIRST_COMPILATION = 10 * 60_000;

async function startDev(
  { port, host }: Settings,
  environment: Record<string, string>,
  signal: AbortSignal,
): Promise<WebServer> {
  // In development the server exposes its source and reloads changed files: it is only for the local machine.
  if (!['localhost', '127.0.0.1', '::1'].includes(host))
    throw new UserError(`npm run dev serves this machine alone, and HOST is "${host}". Serve others by npm start.`);
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'dev', '-p', `${port}`, '-H', host], {
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment, NODE_ENV: 'development' },
  });
  const ended = once(child, 'exit').then(([code]) => code ?? 1);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  try {
    await untilReady({ port, host }, ended, signal, FIRST_COMPILATION);
    return { ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const quit = quitSignal();
await runServer('npm run dev', startDev, quit).catch((error) => {
  if (!quit.aborted) exitWithError(error);
});
dropLeash();
