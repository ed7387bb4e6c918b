import { expect, test } from 'vitest';
import { inTurn } from './hash-turns.ts';

/** Work that ends when it is told to. */
function work(name: string, first: boolean, begun: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const done = inTurn(() => {
    begun.push(name);
    return promise;
  }, first);
  return { done, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('ACC-3 · two hashes are worked on at once, whoever is first before the others, and a failure makes room too', async () => {
  const begun: string[] = [];
  const [a, b, stranger, known] = [
    work('a', false, begun),
    work('b', false, begun),
    work('stranger', false, begun),
    work('known', true, begun),
  ];
  expect(begun).toEqual(['a', 'b']);
  a.end();
  expect(await a.done).toBe('a');
  await expect.poll(() => begun).toEqual(['a', 'b', 'known']);
  b.fail();
  await expect(b.done).rejects.toThrow('b');
  await expect.poll(() => begun).toEqual(['a', 'b', 'known', 'stranger']);
  stranger.end();
  known.end();
  expect(await Promise.all([stranger.done, known.done])).toEqual(['stranger', 'known']);
  const later = work('later', false, begun);
  expect(begun.at(-1)).toBe('later');
  later.end();
  await later.done;
});
