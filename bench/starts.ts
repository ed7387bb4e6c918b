import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../scripts/port.ts';
import { FOLDER } from './database.ts';
import type { Figure } from './report.ts';

const FIRST = 60;
const LATER = 5;

/** Q-6 · `npm start` until the first page: from a bare checkout with its packages, and from a built one. */
export async function starts(): Promise<Figure[]> {
  const checkout = path.join(FOLDER, 'checkout');
  rmSync(checkout, { recursive: true, force: true });
  run('git', ['clone', '--quiet', '--local', '.', checkout]);
  // Hard links: the packages look installed.
  run('cp', ['-al', 'node_modules', path.join(checkout, 'node_modules')]);
  const first = await secondsToStart(checkout);
  const later = Math.max(await secondsToStart(checkout), await secondsToStart(checkout));
  rmSync(checkout, { recursive: true, force: true });
  return [
    figure('Q-6 first', 'first start of a bare checkout, packages installed, with demo data', first, FIRST),
    figure('Q-6 later', 'start of a built checkout, the slower of two', later, LATER),
  ];
}

function figure(id: string, what: string, seconds: number, asked: number): Figure {
  const measured = `${seconds.toFixed(1)} s`;
  return { id, what, measured, asked: `under ${asked} s`, met: seconds < asked, values: { seconds } };
}

function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}

/** Seconds from the command to the first page; then the server is stopped. */
async function secondsToStart(checkout: string): Promise<number> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), CASEBRIDGE_DATA: path.join(checkout, '.data') };
  for (const name of ['DATABASE_URL', 'AUTH_SECRET', 'APP_URL', 'SEED']) Reflect.deleteProperty(env, name);
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<never>((_, reject) => child.on('exit', () => reject(new Error('The start ended early.'))));
  ended.catch(() => {});
  try {
    await Promise.race([untilAnswered(`http://localhost:${port}/login`), ended]);
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGTERM');
    await ended.catch(() => {});
  }
}

async function untilAnswered(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
