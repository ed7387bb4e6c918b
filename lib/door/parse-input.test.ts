import { expect, it } from 'vitest';
import { z } from 'zod';
import { TaskNumber } from '#lib/record/schema.ts';
import { parseInput } from './parse-input.ts';

it.each([
  [{ number: { length: [{ toString: null }] } }],
  [{ number: Object.assign(Object.create(null), { length: [Object.create(null)] }) }],
])('Q-13 · a value that cannot be compared is malformed, and no fault', async (input) => {
  expect((await parseInput(z.object({ number: TaskNumber }), input)).success).toBe(false);
});

it('Q-13 · valid input is parsed', async () => {
  expect(await parseInput(z.object({ number: TaskNumber }), { number: ' cs0001001' })).toEqual({
    success: true,
    data: { number: 'CS0001001' },
  });
});

it('a fault of our own is one', async () => {
  const broken = z.string().refine(() => {
    throw new TypeError('Ours');
  });
  await expect(parseInput(broken, 'x')).rejects.toThrow('Ours');
});
