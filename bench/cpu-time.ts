import { readdirSync, readFileSync } from 'node:fs';

/** Linux reports processor time in ticks, always 100 per second. */
const MILLISECONDS_PER_TICK = 10;

type Process = { pid: number; name: string; parent: number; ticks: number };

/** User and system time of all descendant processes so far, in milliseconds. Linux only. */
export function cpuTimeOfChildren(): number {
  const processes = running();
  const below = new Set([process.pid]);
  // A parent may be listed after its child, so this repeats until no process is added.
  for (let before = 0; before < below.size; ) {
    before = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  const children = processes.filter(({ pid }) => pid !== process.pid && below.has(pid));
  return sumOf(children);
}

/** User and system time of all processes of a program, whoever started them. */
export function cpuTimeOf(program: string): number {
  return sumOf(running().filter(({ name }) => name === program));
}

const sumOf = (processes: readonly Process[]) =>
  processes.reduce((sum, { ticks }) => sum + ticks, 0) * MILLISECONDS_PER_TICK;

const running = () => readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(name) ?? []) : []));

/** Returns null for a process that has ended since it was listed. */
function readProcess(pid: string): Process | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The program's name is in parentheses, and may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [parent, user, kernel] = [fields[1], fields[11], fields[12]].map(Number);
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  return { pid: Number(pid), name, parent: parent ?? 0, ticks: (user ?? 0) + (kernel ?? 0) };
}
