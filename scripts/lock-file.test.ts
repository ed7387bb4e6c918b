import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { liveProcess } from './live-process.ts';
import { acquireLock, waitForLock } from './lock-file.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-lock-'));
  file = path.join(folder, 'lock');
});

afterEach(() => rmSync(folder, { recursive: true }));

const writtenBy = (pid: number, startedAt: string) =>
  writeFileSync(file, JSON.stringify({ pid, startedAt, purpose: 'npm start' }));

it('a lock that is free is taken, and nothing but the lock is left beside it', () => {
  const lock = acquireLock(file, 'a test');
  expect(lock.taken).toBe(true);
  expect(readdirSync(folder)).toEqual(['lock']);
});

it('a lock that a living process holds names it', () => {
  acquireLock(file, 'the first');
  expect(acquireLock(file, 'the second')).toMatchObject({
    taken: false,
    holder: { pid: process.pid, purpose: 'the first' },
  });
});

it('a lock that was released is free', () => {
  const first = acquireLock(file, 'the first');
  if (first.taken) first.release();
  expect(acquireLock(file, 'the second').taken).toBe(true);
});

it('Q-10 · a process that was killed holds nothing', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writtenBy(pid, '1');
  expect(acquireLock(file, 'the next').taken).toBe(true);
});

it('Q-10 · another process with the number of the one that was killed does not hold its lock', () => {
  writtenBy(process.pid, 'long ago');
  expect(acquireLock(file, 'the next').taken).toBe(true);
});

it('a lock file that was cut off in the middle holds nothing', () => {
  writeFileSync(file, '{"pid":');
  expect(acquireLock(file, 'the next').taken).toBe(true);
});

it('a process that waits for a lock gets it when its holder ends', async () => {
  const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  await once(holder, 'spawn');
  writtenBy(holder.pid ?? 0, liveProcess(holder.pid ?? 0)?.startedAt ?? '');
  const waiting = waitForLock(file, 'the next');
  expect(acquireLock(file, 'another').taken).toBe(false);
  holder.kill('SIGKILL');
  const release = await waiting;
  release();
  expect(existsSync(file)).toBe(false);
});
