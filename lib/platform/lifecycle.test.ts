import { expect, it, vi } from 'vitest';
import { isStopping, onStop, stopAll } from './lifecycle.ts';
import { log } from './log.ts';

it('each registered part stops once, and a failing stop does not block the others', async () => {
  const logged = vi.spyOn(log, 'error');
  const stopped: string[] = [];
  onStop('first', () => stopped.push('replaced'));
  onStop('first', () => stopped.push('first'));
  onStop('broken', () => {
    throw new Error('broken');
  });
  onStop('last', async () => stopped.push('last'));

  expect(isStopping()).toBe(false);
  await Promise.all([stopAll(), stopAll()]);

  expect(isStopping()).toBe(true);
  expect(stopped).toEqual(['first', 'last']);
  expect(logged).toHaveBeenCalledWith({ err: expect.any(Error) }, 'broken did not stop');
});
