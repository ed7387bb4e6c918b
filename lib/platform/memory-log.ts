import { log } from './log.ts';

const EVERY = 10 * 60_000;
const MEGABYTE = 1e6;

/** Q-7 · Logs now, and every ten minutes, how much memory this process uses; the process id in the log shows growth. */
export function logMemory(): void {
  say();
  setInterval(say, EVERY).unref();
}

function say(): void {
  const { rss, heapUsed } = process.memoryUsage();
  log.info({ megabytes: inMegabytes(rss), heap: inMegabytes(heapUsed) }, 'Memory of this server process');
}

const inMegabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
