import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { allDeferred, deferred, mapDeferred } from './deferred.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const arriving = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

describe('a part of a page', () => {
  test('is included if it loads within 100 ms', async () => {
    const part = deferred(arriving(99, 'entries'));
    await vi.advanceTimersByTimeAsync(99);
    expect(await part).toEqual({ value: 'entries' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is sent later if it takes longer, without delaying the page', async () => {
    const part = deferred(arriving(5_000, 'entries'));
    await vi.advanceTimersByTimeAsync(100);
    const late = await part;
    if (!('later' in late)) throw new Error('It came before it was there.');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await late.later).toBe('entries');
  });

  test('that fails immediately fails the page', async () => {
    await expect(deferred(Promise.reject(new Error('The database is away.')))).rejects.toThrow('away');
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('what becomes of a part is there as soon as the part', async () => {
  const length = (text: string) => text.length;
  expect(mapDeferred({ value: 'four' }, length)).toEqual({ value: 4 });
  const mapped = mapDeferred({ later: Promise.resolve('four') }, length);
  expect('later' in mapped && (await mapped.later)).toBe(4);
});

test('several that are shown together are there with the last of them', async () => {
  expect(allDeferred([{ value: 1 }, { value: 2 }])).toEqual({ value: [1, 2] });
  const late = allDeferred([{ value: 1 }, { later: Promise.resolve(2) }]);
  expect('later' in late && (await late.later)).toEqual([1, 2]);
});
