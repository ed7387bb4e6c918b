import { expect, test } from 'vitest';
import { userConcurrency } from './user-concurrency.ts';

test('ACC-12 · of the work of one person two are done at once, in the order of asking, and that of others does not wait', async () => {
  const inTurn = userConcurrency('of this test', 2);
  const begun: string[] = [];
  const running = new Map<string, () => void>();
  const work = (name: string, person = 'one') =>
    inTurn(person, () => {
      begun.push(name);
      return new Promise<string>((end) => running.set(name, () => end(name)));
    });
  const all = ['a', 'b', 'c', 'd'].map((name) => work(name));
  const another = work('e', 'another');
  await expect.poll(() => begun).toEqual(['a', 'b', 'e']);
  running.get('b')?.();
  await expect.poll(() => begun).toEqual(['a', 'b', 'e', 'c']);
  for (const name of ['a', 'c', 'e']) running.get(name)?.();
  await expect.poll(() => begun).toEqual(['a', 'b', 'e', 'c', 'd']);
  running.get('d')?.();
  expect(await Promise.all([...all, another])).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('ACC-12 · work that fails gives its turn to the next', async () => {
  const inTurn = userConcurrency('of this test', 1);
  const failed = inTurn('one', async () => {
    throw new Error('broken');
  });
  const next = inTurn('one', async () => 'done');
  await expect(failed).rejects.toThrow('broken');
  expect(await next).toBe('done');
});
