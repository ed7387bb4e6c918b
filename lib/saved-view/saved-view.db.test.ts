import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { world } from '#lib/testing/world.ts';
import { deleteView } from './commands/delete-view.ts';
import { editView } from './commands/edit-view.ts';
import { saveView } from './commands/save-view.ts';
import { savedViews } from './queries.ts';
import { MAX_SHARED, MAX_VIEWS } from './rules/add-view.ts';

const w = await world();

describe('saved views', () => {
  it('are personal, keep valid parameters, and replace one of the same name', async () => {
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

  it('ACC-6 · are shared by managers, visible to all users of the list, and changed by their owner and managers', async () => {
    const shared = { kind: 'case', name: 'Everybody', query: 'priority=1&columns=state,title', shared: true } as const;
    await expect(saveView(w.ava, shared)).rejects.toMatchObject({ rule: 'ACC-6' });
    await saveView(w.mia, shared);
    for (const actor of [w.pat, w.vic, w.adam, w.mia])
      expect(await savedViews(actor, 'case'), actor.name).toMatchObject([
        { name: 'Everybody', query: 'priority=1&columns=state,title' },
      ]);
    const [seen] = await savedViews(w.pat, 'case');
    expect(seen?.mayChange).toBe(false);
    const id = seen?.id ?? '';
    await expect(editView(w.pat, { id, name: 'Mine', shared: true })).rejects.toMatchObject({ rule: 'REL-16' });
    await deleteView(w.pat, { id });
    await editView(w.adam, { id, name: 'For all', shared: true });
    expect(await savedViews(w.pat, 'case')).toMatchObject([{ name: 'For all' }]);
    await editView(w.mia, { id, name: 'For Mia', shared: false });
    expect(await savedViews(w.pat, 'case')).toEqual([]);
    await deleteView(w.mia, { id });
    expect(await savedViews(w.mia, 'case')).toEqual([]);
  });

  it('REC-5 · are renamed, but not to a name that is taken', async () => {
    await saveView(w.pat, { kind: 'case', name: 'One', query: 'priority=1' });
    await saveView(w.pat, { kind: 'case', name: 'Two', query: 'priority=2' });
    const [one] = await savedViews(w.pat, 'case');
    const id = one?.id ?? '';
    await expect(editView(w.pat, { id, name: 'Two', shared: false })).rejects.toMatchObject({ rule: 'REC-5' });
    await expect(editView(w.pat, { id, name: 'Three', shared: true })).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(editView(w.ava, { id, name: 'Three', shared: false })).rejects.toMatchObject({ rule: 'REL-16' });
    await editView(w.pat, { id, name: 'Three', shared: false });
    expect((await savedViews(w.pat, 'case')).map(({ name }) => name)).toEqual(['Three', 'Two']);
  });

  it('REC-5 · a person keeps 100 of them, those of all lists together', async () => {
    const view = (n: number) => ({ kind: n % 2 ? 'case' : 'incident', name: `View ${n}`, query: '' }) as const;
    await db().savedView.createMany({
      data: Array.from({ length: MAX_VIEWS - 1 }, (_, n) => {
        const { kind, name, query } = view(n);
        return { userId: w.mia.id, list: kind, name, query };
      }),
    });
    const two = await Promise.allSettled([saveView(w.mia, view(100)), saveView(w.mia, view(101))]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(saveView(w.mia, view(102))).rejects.toMatchObject({
      rule: 'REC-5',
      because: 'You already have 100 views, and 100 is the maximum. Delete one first.',
    });
    await saveView(w.mia, { ...view(1), query: 'priority=1' });
    await saveView(w.ava, view(102));
    expect(await db().savedView.count({ where: { userId: w.mia.id } })).toBe(MAX_VIEWS);
  });

  it('a user’s own views are all listed, before any number of shared ones', async () => {
    await db().savedView.deleteMany();
    const shared = Array.from({ length: 130 }, (_, n) => `A ${String(n).padStart(3, '0')}`);
    const data = shared.map((name) => ({ userId: w.adam.id, list: 'case', name, query: '', shared: true }));
    await db().savedView.createMany({ data });
    await saveView(w.ava, { kind: 'case', name: 'My open cases', query: '' });
    const seen = await savedViews(w.ava, 'case');
    expect(seen.map(({ name }) => name)).toEqual(['My open cases', ...shared.slice(0, MAX_SHARED)]);
    expect(seen.map(({ own }) => own)).toEqual([true, ...Array(MAX_SHARED).fill(false)]);
  });

  it('REC-5 · a list has at most 30 shared views, whoever shares them', async () => {
    await db().savedView.deleteMany();
    const view = (name: string) => ({ kind: 'case', name, query: '', shared: true }) as const;
    for (let n = 0; n < MAX_SHARED - 1; n++) await saveView(w.mia, view(`View ${n}`));
    const two = await Promise.allSettled([saveView(w.mia, view('One')), saveView(w.adam, view('Two'))]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = {
      rule: 'REC-5',
      field: 'shared',
      because: 'This list has 30 shared views, and 30 is the maximum. Delete one of them first.',
    };
    await expect(saveView(w.adam, view('Three'))).rejects.toMatchObject(refused);
    await saveView(w.adam, { ...view('Three'), shared: false });
    const three = await db().savedView.findFirstOrThrow({ where: { name: 'Three' } });
    await expect(editView(w.adam, { ...three, shared: true })).rejects.toMatchObject(refused);
    await saveView(w.mia, view('View 1'));
    await saveView(w.adam, { ...view('Three'), kind: 'incident' });
    expect(await db().savedView.count({ where: { shared: true, list: 'case' } })).toBe(MAX_SHARED);
  });
});
