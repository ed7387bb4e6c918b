import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { countBefore, startOfPage } from './count-before.ts';
import { type ListQuery, listOf } from './list-query.ts';
import { listTasks } from './list-tasks.ts';
import { parseSort } from './sorts.ts';

const w = await world();
beforeAll(async () => {
  for (let n = 0; n < 10; n++)
    await at(new Date(Date.UTC(2026, 10, 1, 8, Math.floor(n / 2))), () =>
      aCase(w, { shortDescription: `Line ${n} broken`, priority: String((n % 3) + 1) }),
    );
});

/** The page at an address, with where it starts. */
async function opened(actor: Actor, query: ListQuery) {
  const page = await listTasks(actor, query, 4);
  return { ...page, start: startOfPage(query, page, await countBefore(actor, query)) };
}

it.each(['updated', '-updated', 'priority', '-title', 'person', '-account'])(
  'a page of a list sorted by %s says where it starts, however it is reached',
  async (sort) => {
    const query = { ...listOf('case'), sort: parseSort(sort) };
    const first = await opened(w.ava, query);
    const second = await opened(w.ava, { ...query, page: first.next && { after: first.next } });
    const third = await opened(w.ava, { ...query, page: second.next && { after: second.next } });
    expect([first.start, second.start, third.start]).toEqual([0, 4, 8]);
    const back = await opened(w.ava, { ...query, page: third.previous && { before: third.previous } });
    expect([back.start, back.rows.length]).toEqual([4, 4]);
    const start = await opened(w.ava, { ...query, page: back.previous && { before: back.previous } });
    expect(start.start).toBe(0);
  },
);

it('a further page of a search does not count what is before it', async () => {
  const query = { ...listOf('case'), words: 'broken' };
  const first = await opened(w.ava, query);
  const second = await opened(w.ava, { ...query, page: first.next && { after: first.next } });
  expect([first.start, second.start]).toEqual([0, null]);
});
