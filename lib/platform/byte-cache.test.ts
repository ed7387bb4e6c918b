import { expect, test } from 'vitest';
import { byteCache } from './byte-cache.ts';

test('Q-19 · rendered texts are cached up to a size; the least recently used is dropped first', () => {
  const cache = byteCache(10_000);
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key, key.repeat(1_000));
  expect(cache.get('a')).toBe('a'.repeat(1_000));
  cache.set('e', 'e'.repeat(1_000));
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => cache.get(key) === undefined)).toEqual(['b']);
  expect(cache.bytes).toBeLessThanOrEqual(10_000);
});

test('Q-19 · a text above the size is not cached, and drops no other', () => {
  const cache = byteCache(10_000);
  cache.set('small', 'x');
  cache.set('large', 'x'.repeat(10_000));
  expect(cache.get('large')).toBeUndefined();
  expect(cache.get('small')).toBe('x');
});

test('Q-19 · a text that is set again counts once', () => {
  const cache = byteCache(10_000);
  for (let time = 0; time < 20; time++) cache.set('a', 'a'.repeat(1_000));
  expect(cache.bytes).toBeLessThan(3_000);
});

test('Q-19 · a long key counts towards the size', () => {
  const cache = byteCache(10_000);
  for (const key of ['a', 'b', 'c', 'd']) cache.set(key.repeat(1_500), 'x');
  expect(cache.get('a'.repeat(1_500))).toBeUndefined();
  expect(cache.get('d'.repeat(1_500))).toBe('x');
  expect(cache.bytes).toBeLessThanOrEqual(10_000);
});
