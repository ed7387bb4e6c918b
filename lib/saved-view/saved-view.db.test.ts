import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { type World, world } from '#lib/platform/testing/world.ts';
import { deleteView } from './commands/delete-view.ts';
import { saveView } from './commands/save-view.ts';
import { savedViews } from './queries.ts';
import { MOST_VIEWS } from './rules/keep-view.ts';

let w: World;
beforeAll(async () => {
  w = await world();
});

describe('saved views', () => {
  it('are one’s own, keep what a list understands, and replace one of the same name', async () => {
    await saveView(w.ava, { kind: 'case', name: 'Hot', query: 'priority=1&sort=-opened&colour=red&after=x~y' });
    expect(await savedViews(w.ava, 'case')).toMatchObject([{ name: 'Hot', query: 'priority=1&sort=-opened' }]);
    expect(await savedViews(w.pat, 'case')).toEqual([]);
    expect(await savedViews(w.ava, 'incident')).toEqual([]);

    await saveView(w.ava, { kind: 'case', name: 'Hot', query: 'priority=1,2' });
    const [view, ...others] = await savedViews(w.ava, 'case');
    expect(others).toEqual([]);
    expect(view?.query).toBe('priority=1,2');

    await deleteView(w.pat, { id: view?.id ?? '' });
    expect(await savedViews(w.ava, 'case')).toHaveLength(1);
    await deleteView(w.ava, { id: view?.id ?? '' });
    expect(await savedViews(w.ava, 'case')).toEqual([]);
  });

  it('REC-5 · a person keeps 100 of them, those of all lists together', async () => {
    const view = (n: number) => ({ kind: n % 2 ? 'case' : 'incident', name: `View ${n}`, query: '' }) as const;
    await db().savedView.createMany({
      data: Array.from({ length: MOST_VIEWS - 1 }, (_, n) => {
        const { kind, name, query } = view(n);
        return { userId: w.mia.id, list: kind, name, query };
      }),
    });
    const two = await Promise.allSettled([saveView(w.mia, view(100)), saveView(w.mia, view(101))]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(saveView(w.mia, view(102))).rejects.toMatchObject({
      rule: 'REC-5',
      because: 'You keep 100 views already, and 100 is the most. Delete one first.',
    });
    await saveView(w.mia, { ...view(1), query: 'priority=1' });
    await saveView(w.ava, view(102));
    expect(await db().savedView.count({ where: { userId: w.mia.id } })).toBe(MOST_VIEWS);
  });
});
