import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { system } from '#lib/platform/actor.ts';
import { logContext } from '#lib/platform/log-context.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { job } from './job.ts';

const body = vi.fn(async (_actor: unknown, { count }: { count: number }) => `${count} done in ${logContext().job}`);
const aJob = job('count-things', z.object({ count: z.number() }), body);

test('ACC-5 · a job acts as the product itself, with a payload that has its shape', async () => {
  expect(await aJob({ count: 3, besides: 'x' })).toEqual({ ok: true, done: '3 done in count-things' });
  expect(body).toHaveBeenCalledWith(system, { count: 3 });
});

test('ACC-5 · a payload of another shape fails before anything is done', async () => {
  body.mockClear();
  for (const payload of [null, {}, { count: '3' }]) await expect(aJob(payload)).rejects.toThrow(z.ZodError);
  expect(body).not.toHaveBeenCalled();
});

test('REC-5 · a refusal ends a job, a fault of ours lets it fail', async () => {
  body.mockRejectedValueOnce(new Refusal('INC-5', 'It is open again.'));
  expect(await aJob({ count: 1 })).toEqual({ ok: false, rule: 'INC-5', because: 'It is open again.' });
  body.mockRejectedValueOnce(new Error('broken'));
  await expect(aJob({ count: 1 })).rejects.toThrow('broken');
});
