import { expect, test, vi } from 'vitest';
import { acquireRequestSlot, type RequestKind } from './request-slots.ts';

/** Requests `count` turns of a person. `begun` collects those that got one. */
function ask(personId: string, count: number, kind: RequestKind = 'page') {
  const begun: ((() => void) | null)[] = [];
  for (let n = 0; n < count; n++) void acquireRequestSlot(personId, kind).then((end) => begun.push(end));
  return begun;
}

test('ACC-12 · ten pages of a person are drawn at once, the others wait for their turn, and those of others do not', async () => {
  const [pages, another] = [ask('one', 25), ask('another', 1)];
  await expect.poll(() => another.length).toBe(1);
  expect(pages).toHaveLength(10);
  for (let ended = 1; ended <= 25; ended++) {
    pages[ended - 1]?.();
    await expect.poll(() => pages.length).toBe(Math.min(25, 10 + ended));
  }
  another[0]?.();
});

test('ACC-12 · four calls for data of a person are answered at once, and beside them pages', async () => {
  const [calls, pages] = [ask('both', 6, 'data'), ask('both', 10)];
  await expect.poll(() => pages.length).toBe(10);
  expect(calls).toHaveLength(4);
  calls[0]?.();
  await expect.poll(() => calls.length).toBe(5);
  for (const end of [...calls.slice(1), ...pages]) end?.();
});

test('ACC-12 · where two hundred pages of a person wait the next is refused', async () => {
  const pages = ask('many', 210);
  expect(await acquireRequestSlot('many', 'page')).toBeNull();
  await expect.poll(() => pages.length).toBe(10);
  // Each ended turn starts the next.
  for (let ended = 1; ended <= 210; ended++) {
    pages[ended - 1]?.();
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(await acquireRequestSlot('many', 'page')).not.toBeNull();
});

test('ACC-12 · a page without a slot within twenty seconds is refused, and takes no slot of others', async () => {
  vi.useFakeTimers();
  const pages = ask('held', 10);
  const late = acquireRequestSlot('held', 'page');
  await vi.advanceTimersByTimeAsync(10_000);
  const later = acquireRequestSlot('held', 'page');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await late).toBeNull();
  pages[0]?.();
  expect(await later).not.toBeNull();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
