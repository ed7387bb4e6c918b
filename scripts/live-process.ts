import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface ProcessInfo {
  name: string;
  /** The system's start time of the process: distinguishes it from a later process with the same id. */
  startedAt: string;
}

/** The running process with this id, or null; a zombie process counts as ended. */
export function liveProcess(pid: number): ProcessInfo | null {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessInfo | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const stat = readFileSync(file, 'utf8');
  const end = stat.lastIndexOf(')');
  const [state, ...rest] = stat.slice(end + 2).split(' ');
  if (state === 'Z' || state === 'X') return null;
  return { name: stat.slice(stat.indexOf('(') + 1, end), startedAt: rest[18] ?? '' };
}

function fromPs(pid: number): ProcessInfo | null {
  const { status, stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'lstart=,comm='], { encoding: 'utf8' });
  const [, startedAt, path] = /^\s*(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.+)$/.exec(stdout.trim()) ?? [];
  return status === 0 && startedAt && path ? { name: path.split('/').at(-1) ?? path, startedAt } : null;
}
