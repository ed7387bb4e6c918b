import { expect, test } from 'vitest';
import { queueHash } from './hash-queue.ts';

/** Work that ends when the test resolves it. */
function work(name: string, stranger: string | null, begun: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const done = queueHash(() => {
    begun.push(name);
    return promise;
  }, stranger);
  return { done, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('ACC-3 · two hashes run at once, known users before strangers, and a failure frees its slot', async () => {
  const begun: string[] = [];
  const [a, b, stranger, known] = [
    work('a', 'there', begun),
    work('b', 'there', begun),
    work('stranger', 'there', begun),
    work('known', null, begun),
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
  const later = work('later', 'there', begun);
  expect(begun.at(-1)).toBe('later');
  later.end();
  await later.done;
});

test('ACC-10 · a user who signs in overtakes all but one of fifty guesses from another source', async () => {
  const begun: string[] = [];
  const guesses = Array.from({ length: 50 }, (_, n) => work(`guess ${n}`, 'guesser', begun));
  const others = [work('right', 'elsewhere', begun), work('another', 'third', begun)];
  for (const each of [...guesses, ...others]) each.end();
  await Promise.all([...guesses, ...others].map(({ done }) => done));
  expect(begun.indexOf('right')).toBe(3);
  expect(begun.indexOf('another')).toBe(4);
  expect(begun).toHaveLength(52);
});
