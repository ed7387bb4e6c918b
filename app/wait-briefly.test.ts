import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitBriefly } from './wait-briefly.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long it waited for the parts. */
async function waited(parts: readonly Promise<unknown>[]): Promise<number> {
  const began = Date.now();
  const waiting = waitBriefly(parts).then(() => Date.now() - began);
  await vi.runAllTimersAsync();
  return waiting;
}

test('a page waits for parts that are nearly there, for all of them', async () => {
  expect(await waited([after(10), after(30)])).toBe(30);
});

test('and for no part longer than a tenth of a second', async () => {
  expect(await waited([after(10), after(5_000)])).toBe(100);
});

test('a part that fails neither holds the page up nor fails it', async () => {
  expect(await waited([Promise.reject(new Error('No answer.')), after(20)])).toBe(20);
});
