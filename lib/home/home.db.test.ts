import { describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { type ListQuery, listOf } from '#lib/list/list-query.ts';
import { listTasks } from '#lib/list/list-tasks.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { aCase, aCaseWithIncident, anIncident, change, holderOf, world } from '#lib/testing/world.ts';
import { changeWords } from './change-words.ts';
import { changesSince, lastSeenAt } from './changes.ts';
import { markSeen } from './commands/mark-seen.ts';
import { countOpenWork } from './open-work.ts';
import { MarkSeen } from './schema.ts';
import { teamsOf } from './teams.ts';
import { myWork, unassignedWork } from './work.ts';

const w = await world();

describe('home', () => {
  it('shows my open work and the unassigned work of my groups, the most pressing first', async () => {
    const low = await aCase(w, { assignedToId: w.ava.id, priority: '4' });
    const high = await aCase(w, { assignedToId: w.ava.id, priority: '1' });
    const free = await aCase(w, { assignmentGroupId: w.desk });
    await aCase(w);
    const done = await aCase(w, { assignedToId: w.ava.id });
    await moveCase(w.ava, { number: done.number, verb: 'cancel' });
    expect((await myWork(w.ava)).rows.map(({ number }) => number)).toEqual([high.number, low.number]);
    expect((await unassignedWork(w.ava)).rows.map(({ number }) => number)).toEqual([free.number]);
    expect(await countOpenWork(w.ava)).toMatchObject({ records: { case: 2 } });
    expect(await unassignedWork(w.pat)).toEqual({ rows: [], more: [] });
  });

  it('home · marks the kinds that have more than it shows', async () => {
    const busy = await holderOf('Bea Busy', ['itil', 'sn_customerservice_manager']);
    const work = async () => {
      const { rows, more } = await myWork(busy);
      return [rows.length, more];
    };
    const given = async (record: { id: string }) =>
      db().task.update({ where: { id: record.id }, data: { assignedToId: busy.id } });
    await given(await aCase(w, { priority: '1' }));
    for (let n = 1; n <= 9; n++) await given(await anIncident(w));
    expect(await work()).toEqual([10, []]);
    await given(await anIncident(w));
    expect(await work()).toEqual([10, ['incident']]);
    for (let n = 1; n <= 10; n++) await given(await aCase(w, { priority: '1' }));
    expect(await work()).toEqual([10, ['case', 'incident']]);
  });

  it('lists work that waits for others below work that can be continued, whatever its priority', async () => {
    const asked = await aCase(w, { priority: '1' });
    const next = await aCase(w, { priority: '4' });
    const of = { assignedToId: w.mia.id };
    await db().task.update({ where: { id: asked.id }, data: { ...of, state: 'awaiting_info' } });
    await db().task.update({ where: { id: next.id }, data: of });
    const { rows } = await myWork(w.mia);
    expect(rows.map(({ number, waits }) => [number, waits])).toEqual([
      [next.number, false],
      [asked.number, true],
    ]);
  });

  it('ACC-6 · work that roles no longer include is not shown', async () => {
    const { id } = await anIncident(w);
    await db().task.update({ where: { id }, data: { assignedToId: w.pat.id } });
    expect((await myWork(w.pat)).rows).toEqual([]);
    expect(await countOpenWork(w.pat)).toEqual({
      records: {},
      approvals: null,
      emails: 0,
      majorCases: { active: 0, candidates: 0 },
      unread: 0,
    });
  });

  it.each(['0000-01-01T00:00:00.000Z', '2026-02-31T00:00:00.000Z', 'yesterday', '2999-01-01T00:00:00.000Z'])(
    'Q-13 · nothing is seen until %s',
    (until) => {
      expect(MarkSeen.safeParse({ until }).success).toBe(false);
      expect(MarkSeen.parse({ until: '2026-01-31T00:00:00.000Z' }).until).toEqual(new Date('2026-01-31T00:00:00Z'));
    },
  );

  it('shows what others and rules have changed since the last visit, not the reader’s own changes', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await watch(w.rita, {
      kind: 'case',
      number: theCase.number,
      list: 'watch_list',
      userId: w.rita.id,
      watching: true,
    });
    await markSeen(w.rita, { until: now() });
    expect(await changesSince(w.rita, await lastSeenAt(w.rita))).toEqual([]);

    await addEntry(w.rita, { kind: 'case', number: theCase.number, type: 'work_note', text: 'My own words' });
    expect(await changesSince(w.rita, await lastSeenAt(w.rita))).toEqual([]);

    await change(w.ian, incident, { state: 'in_progress' });
    await change(w.ava, theCase, { priority: '2' });
    const [changed, ...others] = await changesSince(w.rita, await lastSeenAt(w.rita));
    expect(others).toEqual([]);
    expect(changed).toMatchObject({ number: theCase.number, notes: 1, comments: 0, fields: ['priority'] });
    expect(changed && changeWords(changed)).toBe('1 work note, Priority');

    await markSeen(w.rita, { until: now() });
    expect(await changesSince(w.rita, await lastSeenAt(w.rita))).toEqual([]);
  });
});

describe('the groups that a user manages', () => {
  it('home · show their open work: all, high priority, unassigned, and by person', async () => {
    const boss = await holderOf('Bo Boss', ['sn_customerservice_agent']);
    const { id, name } = await db().group.create({ data: { name: 'Bo’s team', managerId: boss.id } });
    const idle = await db().group.create({ data: { name: 'Bo’s other team', managerId: boss.id } });
    const given = async (priority: string, assignedToId: string | null) => {
      const theCase = await aCase(w, { priority });
      await db().task.update({ where: { id: theCase.id }, data: { assignmentGroupId: id, assignedToId } });
      return theCase;
    };
    await given('1', null);
    await given('2', w.ava.id);
    await given('4', w.ava.id);
    await moveCase(w.ava, { number: (await given('1', null)).number, verb: 'cancel' });
    const teams = await teamsOf(boss);
    expect(teams).toMatchObject([
      { id: idle.id, kinds: [], open: {}, people: [] },
      {
        name,
        kinds: ['case'],
        open: { case: 3 },
        pressing: { case: 2 },
        unassigned: { case: 1 },
        people: [{ id: w.ava.id, name: w.ava.name, open: { case: 2 } }],
      },
    ]);
    const counted = async (filters: ListQuery['filters']) =>
      (await listTasks(boss, listOf('case', { group: [id], active: ['yes'], ...filters }))).rows.length;
    expect([
      await counted({}),
      await counted({ priority: ['1', '2'] }),
      await counted({ assigned: ['nobody'] }),
      await counted({ assigned: [w.ava.id] }),
    ]).toEqual([3, 2, 1, 2]);
  });

  it('ACC-6, home · are shown to their manager only, with records that the manager may see', async () => {
    const clerk = await holderOf('Cil Clerk', ['itil']);
    const { id } = await db().group.create({ data: { name: 'Cil’s team', managerId: clerk.id } });
    const theCase = await aCase(w);
    await db().task.update({ where: { id: theCase.id }, data: { assignmentGroupId: id } });
    expect(await teamsOf(clerk)).toMatchObject([{ open: {}, people: [] }]);
    expect((await teamsOf(w.ava)).map((team) => team.id)).not.toContain(id);
  });
});
