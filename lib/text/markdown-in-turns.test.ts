import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { renderInTurns } from './markdown-in-turns.ts';

/** Keeps the CPU busy for `ms` milliseconds. */
function busy(ms: number) {
  const began = performance.now();
  while (performance.now() - began < ms);
}

const text = 'x'.repeat(4_000 * 4);

test('Q-19 · other work runs after every few pieces, however many texts are rendered at once', async () => {
  let pieces = 0;
  const render = () => {
    busy(6);
    pieces += 1;
    return 'y';
  };
  const texts = Array.from({ length: 30 }, () => renderInTurns(text, render));
  let most = 0;
  while (pieces < 30 * 4) {
    const before = pieces;
    await setImmediate();
    most = Math.max(most, pieces - before);
  }
  // Two pieces fill a turn of ten milliseconds.
  expect(most).toBeLessThanOrEqual(4);
  expect(await Promise.all(texts)).toEqual(Array(30).fill('yyyy'));
});

test('Q-19 · texts that cost nothing are rendered in one turn', async () => {
  const all: string[] = [];
  for (let n = 0; n < 50; n++) void renderInTurns(text, () => '').then((html) => all.push(html));
  await setImmediate();
  await setImmediate();
  expect(all).toHaveLength(50);
});

test('Q-19 · a text that cannot be rendered fails alone', async () => {
  const broken = renderInTurns('one', () => {
    throw new Error('broken');
  });
  const whole = renderInTurns('two', String);
  await expect(broken).rejects.toThrow('broken');
  expect(await whole).toBe('two');
});
