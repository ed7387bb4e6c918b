import { expect, test, vi } from 'vitest';
import { turnFor } from './page-turns.ts';

/** Asks for so many turns of a person; who has got one stands in `begun`. */
function ask(personId: string, count: number) {
  const begun: ((() => void) | null)[] = [];
  for (let n = 0; n < count; n++) void turnFor('page', personId).then((end) => begun.push(end));
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

test('ACC-12 · where two hundred pages of a person wait the next is refused', async () => {
  const pages = ask('many', 210);
  expect(await turnFor('page', 'many')).toBeNull();
  await expect.poll(() => pages.length).toBe(10);
  // Each that ends lets one more begin.
  for (let ended = 1; ended <= 210; ended++) {
    pages[ended - 1]?.();
    await Promise.resolve();
    await Promise.resolve();
  }
  expect(await turnFor('page', 'many')).not.toBeNull();
});

test('ACC-12 · a page whose turn does not come in twenty seconds is refused, and takes no turn of another', async () => {
  vi.useFakeTimers();
  const pages = ask('held', 10);
  const late = turnFor('page', 'held');
  await vi.advanceTimersByTimeAsync(10_000);
  const later = turnFor('page', 'held');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await late).toBeNull();
  pages[0]?.();
  expect(await later).not.toBeNull();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
