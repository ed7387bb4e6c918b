import { beforeAll, expect, it } from 'vitest';
import { mayOpenList } from '#lib/access/policy.ts';
import { countOpenWork } from '#lib/home/open-work.ts';
import { aCase, anIncident, change, world } from '#lib/testing/world.ts';
import { countViews } from './count-views.ts';
import { parseListQuery } from './list-query.ts';
import { listTasks } from './list-tasks.ts';
import { commonViews, mineText } from './views.ts';

const w = await world();
beforeAll(async () => {
  await aCase(w, { assignedToId: w.ava.id });
  await aCase(w, { consumerId: w.jane.id, priority: '1' });
  const incident = await anIncident(w, { assignedToId: w.ian.id });
  await change(w.ian, incident, { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Up.' });
  await anIncident(w, { assignedToId: w.ian.id });
});

it('ACC-6 · a view counts what it shows to the same user', async () => {
  for (const kind of ['case', 'incident'] as const)
    for (const actor of [w.ava, w.pat, w.ian, w.nils].filter((each) => mayOpenList(each, kind))) {
      const queries = commonViews(kind).map(({ query }) => query);
      const counts = await countViews(actor, { kind, queries });
      const shown = queries.map((text) => parseListQuery(kind, Object.fromEntries(new URLSearchParams(text))));
      const rows = await Promise.all(shown.map(async (query) => (await listTasks(actor, query)).rows.length));
      expect(counts, `${actor.name} ${kind}`).toEqual(rows);
    }
});

it('counts no words, and nothing for customers', async () => {
  expect(await countViews(w.ava, { kind: 'case', queries: ['q=line', 'priority=1'] })).toEqual([null, 1]);
  expect(await countViews(w.ian, { kind: 'case', queries: [''] })).toBeNull();
  expect(await countViews(w.cora, { kind: 'case', queries: [''] })).toBeNull();
});

it('the figure in the navigation equals its list', async () => {
  for (const actor of [w.ava, w.ian, w.adam]) {
    const { records } = await countOpenWork(actor);
    for (const kind of ['case', 'incident'] as const) {
      const counts = await countViews(actor, { kind, queries: [mineText(kind)] });
      expect([records[kind] ?? 0], `${actor.name} ${kind}`).toEqual(counts ?? [0]);
    }
  }
});

it('Open shows active work: nothing resolved, closed or cancelled', async () => {
  const [open] = commonViews('incident').filter(({ name }) => name === 'Open');
  const query = parseListQuery('incident', Object.fromEntries(new URLSearchParams(open?.query)));
  const { rows } = await listTasks(w.ian, query);
  expect(rows.map(({ state }) => state)).toEqual(['new']);
});
