import { beforeAll, describe, expect, it } from 'vitest';
import { type World, world } from '#lib/platform/testing/world.ts';
import { deleteView } from './commands/delete-view.ts';
import { saveView } from './commands/save-view.ts';
import { savedViews } from './queries.ts';

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
});
