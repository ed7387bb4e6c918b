import { type ChildProcess, spawn } from 'node:child_process';
import type { Settings } from './settings.ts';
import { UserError } from './user-error.mjs';

export interface Web {
  /** Resolves with the exit code when the server ends by itself or was stopped. */
  ended: Promise<number>;
  /** Ends the server after its requests and jobs. */
  stop: () => Promise<void>;
}

/** Longer than the server gives its own jobs to end. */
const PATIENCE = 35_000;

/** Starts the built server and waits until it can serve. */
export async function startWeb(
  settings: Settings,
  environment: Record<string, string>,
  signal: AbortSignal,
): Promise<Web> {
  const { port, host } = settings;
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', `${port}`, '-H', host], {
    // A group of its own: Ctrl+C reaches only this process, which then ends the server in order. The channel is a parentChannel.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
  });
  const ended = new Promise<number>((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
  const output = heldOutput(child);

  const web = { ended, stop: () => stop(child, ended) };
  try {
    await untilReady(`http://${reachable(host)}:${port}/api/ready`, ended, signal);
    output.passOn();
    return web;
  } catch (error) {
    if (!signal.aborted) output.tell();
    await web.stop();
    throw error;
  }
}

/** The framework's own greeting says less than ours: what it prints is told only if it fails, or once it serves. */
function heldOutput(child: ChildProcess) {
  const held: Buffer[] = [];
  let serving = false;
  child.stdout?.on('data', (part: Buffer) => {
    if (serving) process.stdout.write(part);
    else held.push(part);
  });
  return {
    passOn() {
      serving = true;
    },
    tell: () => process.stderr.write(Buffer.concat(held)),
  };
}

async function untilReady(url: string, ended: Promise<number>, signal: AbortSignal): Promise<void> {
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  for (const deadline = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    signal.throwIfAborted();
    if (gone) throw new UserError('The server ended before it was ready: see the lines above.');
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline)
      throw new UserError(`The server is not ready: ${(await answer?.text()) ?? 'no answer'}.`);
  }
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill('SIGTERM');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(tooLong);
}

function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
