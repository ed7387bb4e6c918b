import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freePort } from './port.ts';
import { superviseProcesses } from './web-processes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-processes-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A server that answers with its process id. Each start leaves a file; the starts listed in `cannotStart` fail. */
async function aServer(cannotStart: readonly number[]) {
  const port = await freePort();
  const file = path.join(folder, 'server.mjs');
  const starts = path.join(folder, 'start-');
  writeFileSync(
    file,
    `import { createServer } from 'node:http';
     import { readdirSync, writeFileSync } from 'node:fs';
     writeFileSync(${JSON.stringify(starts)} + process.pid, '');
     const start = readdirSync(${JSON.stringify(folder)}).filter((name) => name.startsWith('start-')).length;
     console.log('start ' + start);
     if (${JSON.stringify(cannotStart)}.includes(start)) process.exit(7);
     createServer((request, response) => response.end(String(process.pid)))
       .listen(${port}, '127.0.0.1', () => process.send('serving'));`,
  );
  return {
    program: { file, args: [] },
    /** The id of the process that answers a new connection. */
    ask: async () =>
      Number(await (await fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' } })).text()),
  };
}

const startsOf = () => readdirSync(folder).filter((name) => name.startsWith('start-')).length;

it('several processes answer on one port, and all of them end together', async () => {
  const { program, ask } = await aServer([]);
  const server = superviseProcesses(program, 3);
  const answered = new Set<number>();
  await expect.poll(async () => answered.add(await ask()).size).toBe(3);
  expect(answered).toEqual(new Set(server.pids()));
  await server.stop();
  expect(server.pids()).toEqual([]);
  await expect(ask()).rejects.toThrow();
});

it('an impossible start is reported once, whatever the number of processes', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { program } = await aServer([1]);
  expect(await superviseProcesses(program, 3).ended).toBe(7);
  expect(told.mock.calls.map(([text]) => String(text))).toEqual(['start 1\n']);
  expect(startsOf()).toBe(1);
});

it('a process that cannot start is tried again as long as another one serves', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { program, ask } = await aServer([2]);
  const server = superviseProcesses(program, 2);
  const answered = new Set<number>();
  await expect.poll(async () => answered.add(await ask()).size).toBe(2);
  expect(startsOf()).toBe(3);
  await server.stop();
});

it('a process that dies soon is started again later and later, one that has served for half a minute as soon as the first', async () => {
  const { program } = await aServer([]);
  let time = 0;
  // Called when a process begins to serve, and when one that has served ends.
  const now = vi.fn(() => time);
  const waits: number[] = [];
  const after = (wait: number, work: () => void) => {
    waits.push(wait);
    work();
  };
  const server = superviseProcesses(program, 2, { now, after });
  await expect.poll(() => now).toHaveBeenCalledTimes(2);
  const killNewest = async () => {
    const asked = now.mock.calls.length;
    process.kill(server.pids().at(-1) ?? 0, 'SIGKILL');
    await expect.poll(() => now).toHaveBeenCalledTimes(asked + 2);
  };
  for (let died = 0; died < 6; died++) await killNewest();
  time += 30_000;
  await killNewest();
  time += 30_001;
  await killNewest();
  await killNewest();
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 1_000, 2_000]);
  await server.stop();
});
