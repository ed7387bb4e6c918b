import { afterEach, expect, it, vi } from 'vitest';
import { log } from './log.ts';
import { logMemory } from './memory-log.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('a server process logs its memory, at its start and every ten minutes', () => {
  vi.useFakeTimers();
  const memory = { rss: 231_400_000, heapTotal: 0, heapUsed: 98_600_000, external: 0, arrayBuffers: 0 };
  vi.spyOn(process, 'memoryUsage').mockReturnValue(memory);
  const logged = vi.spyOn(log, 'info');
  logMemory();
  vi.advanceTimersByTime(20 * 60_000);
  const line = [{ megabytes: 231, heap: 99 }, 'Memory of this server process'];
  expect(logged.mock.calls).toEqual([line, line, line]);
});
