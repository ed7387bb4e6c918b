import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { liveProcess } from './live-process.ts';

interface Holder {
  pid: number;
  startedAt: string;
  /** What the process does, shown to users who have to wait for it. */
  purpose: string;
}

export type LockResult = { taken: true; release: () => void } | { taken: false; holder: Holder };

/** Takes a lock that names its process. The lock ends with the process, even if it is killed: a dead holder holds nothing. */
export function acquireLock(file: string, purpose: string): LockResult {
  const own: Holder = { pid: process.pid, startedAt: liveProcess(process.pid)?.startedAt ?? '', purpose };
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    for (;;) {
      if (linked(draft, file)) return { taken: true, release: () => rmSync(file, { force: true }) };
      const holder = readHolder(file);
      if (holder && isAlive(holder)) return { taken: false, holder };
      removeDead(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Like `acquireLock`, but waits for the lock. */
export async function waitForLock(file: string, purpose: string, signal?: AbortSignal): Promise<() => void> {
  for (;;) {
    signal?.throwIfAborted();
    const result = acquireLock(file, purpose);
    if (result.taken) return result.release;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  return liveProcess(pid)?.startedAt === startedAt;
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Two processes may find the same dead lock: the second one must not remove the first one's new lock. */
function removeDead(file: string, dead: Holder | null): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== dead?.pid || moved.startedAt !== dead.startedAt)) linked(aside, file);
  rmSync(aside, { force: true });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
