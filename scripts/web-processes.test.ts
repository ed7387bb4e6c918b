import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freePort } from './port.ts';
import { keepProcesses } from './web-processes.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-processes-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A server that answers with its process id. Each start leaves a file; the starts that are named cannot be. */
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
    /** Which process answers a new connection. */
    ask: async () =>
      Number(await (await fetch(`http://127.0.0.1:${port}`, { headers: { connection: 'close' } })).text()),
  };
}

const startsOf = () => readdirSync(folder).filter((name) => name.startsWith('start-')).length;

it('several processes answer on one port, and all of them end together', async () => {
  const { program, ask } = await aServer([]);
  const server = keepProcesses(program, 3);
  const answered = new Set<number>();
  await expect.poll(async () => answered.add(await ask()).size).toBe(3);
  expect(answered).toEqual(new Set(server.pids()));
  await server.stop();
  expect(server.pids()).toEqual([]);
  await expect(ask()).rejects.toThrow();
});

it('a start that cannot be is told once, whatever the number of processes', async () => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { program } = await aServer([1]);
  expect(await keepProcesses(program, 3).ended).toBe(7);
  expect(told.mock.calls.map(([text]) => String(text))).toEqual(['start 1\n']);
  expect(startsOf()).toBe(1);
});

it('a process that cannot start is tried again as long as another one serves', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { program, ask } = await aServer([2]);
  const server = keepProcesses(program, 2);
  const answered = new Set<number>();
  await expect.poll(async () => answered.add(await ask()).size).toBe(2);
  expect(startsOf()).toBe(3);
  await server.stop();
});
