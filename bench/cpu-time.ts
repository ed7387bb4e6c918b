import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts in ticks; to programs it always says a hundred a second. */
const MILLISECONDS_PER_TICK = 10;

type Process = { pid: number; name: string; parent: number; ticks: number };

/** Processor time, user and system, that the processes below this one have used so far, in milliseconds. Linux only. */
export function cpuTimeOfChildren(): number {
  const processes = running();
  const below = new Set([process.pid]);
  // A parent may stand behind its child in the listing: round by round until nobody joins.
  for (let before = 0; before < below.size; ) {
    before = below.size;
    for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  }
  const children = processes.filter(({ pid }) => pid !== process.pid && below.has(pid));
  return sumOf(children);
}

/** The same of all programs of this name, whoever started them. */
export function cpuTimeOf(program: string): number {
  return sumOf(running().filter(({ name }) => name === program));
}

const sumOf = (processes: readonly Process[]) =>
  processes.reduce((sum, { ticks }) => sum + ticks, 0) * MILLISECONDS_PER_TICK;

const running = () => readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(name) ?? []) : []));

/** Null for a process that has ended meanwhile. */
function readProcess(pid: string): Process | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The name of the program stands in brackets and may hold spaces and brackets itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [parent, user, kernel] = [fields[1], fields[11], fields[12]].map(Number);
  const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
  return { pid: Number(pid), name, parent: parent ?? 0, ticks: (user ?? 0) + (kernel ?? 0) };
}
