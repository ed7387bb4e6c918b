import { beforeAll, describe, expect, it, vi } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { parseListQuery } from '#lib/list/list-query.ts';
import { countTasks, listTasks } from '#lib/list/list-tasks.ts';
import { majorCases } from '#lib/major-case/queries/major-cases.ts';
import { type Actor, type Person, timeZoneOf } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { aChange, anOffer, aProblem } from '#lib/testing/itsm.ts';
import { aCase, anIncident, change, holderOf, makeMajor, world } from '#lib/testing/world.ts';
import { type DashboardQuery, parseDashboardQuery } from './dashboard-query.ts';
import type { Figure } from './figure.ts';
import { type Dashboard, dashboard } from './queries/dashboard.ts';

const NOW = new Date('2026-11-24T18:30:00Z');
const DAY = 86_400_000;

const w = await world();
let tokyo: Person;

/** Creates cases of every state, priority, age, group, person and several customers, answered and unanswered. */
async function populate() {
  const states = ['new', 'open', 'awaiting_info', 'resolved', 'closed', 'cancelled'] as const;
  const people = [w.ava.id, w.mia.id, null];
  const ages = [0.01, 0.4, 1, 2.9, 3.6, 7, 8, 29.9, 30.7, 31, 60, 89.5, 120];
  for (let n = 0; n < 72; n++) {
    const opened = new Date(NOW.getTime() - (ages[n % ages.length] ?? 0) * DAY - n * 61_000);
    const state = states[n % states.length];
    const isOver = state === 'closed' || state === 'cancelled';
    const values = {
      ...(n % 4 === 0 ? { consumerId: w.jane.id } : {}),
      ...(n % 7 === 0 ? { productId: w.product } : {}),
      priority: String((n % 5) + 1),
    };
    const { id, number } = await at(opened, () => aCase(w, values));
    if (n % 3 === 0) {
      const later = new Date(Math.min(opened.getTime() + (n + 1) * 600_000, NOW.getTime()));
      await at(later, () => addEntry(w.ava, { kind: 'case', number, type: 'comment', text: 'We look into it.' }));
    }
    const solved = new Date(opened.getTime() + Math.min(n * 3_600_000, NOW.getTime() - opened.getTime()));
    const isResolved = state === 'resolved' || state === 'closed';
    await db().task.update({
      where: { id },
      data: {
        state: state ?? 'new',
        active: !isOver,
        resolvedAt: isResolved ? solved : null,
        closedAt: isOver ? solved : null,
        assignedToId: people[n % people.length] ?? null,
        assignmentGroupId: n % 2 === 0 ? w.desk : null,
        ...(n % 5 === 0 ? { configurationItemId: w.sdwan } : {}),
      },
    });
  }
}

/** Links open cases to open and closed records, including a request. */
async function relate() {
  const [incident, solved, problem, changed] = [
    await anIncident(w),
    await anIncident(w),
    await aProblem(w),
    await aChange(w),
  ];
  const link = async (record: TaskRecord, name: 'incident' | 'problem' | 'change') => {
    const theCase = await aCase(w);
    await associate(w.adam, { caseNumber: theCase.number, link: name, number: record.number });
    return theCase;
  };
  const reported = await link(incident, 'incident');
  await link(incident, 'incident');
  await link(solved, 'incident');
  await link(problem, 'problem');
  await link(changed, 'change');
  await change(w.ian, solved, { state: 'resolved', resolutionCode: 'solution_provided', resolutionNotes: 'Done.' });
  const items = [{ catalogItemId: await anOffer('Headset'), quantity: 1 }];
  await createRequest(w.adam, { caseNumber: (await aCase(w)).number, items });
  await createFromCase(w.adam, { caseNumber: (await aCase(w)).number, variant: 'work_order', values: {} });
  const [major, child, over] = [await aCase(w), await aCase(w), await aCase(w)];
  await makeMajor(major, reported, child, over);
  await moveCase(w.ava, { number: over.number, verb: 'cancel' });
}

beforeAll(async () => {
  tokyo = { ...(await holderOf('Tomo Tokyo', ['sn_customerservice_manager'])), timeZone: 'Asia/Tokyo' } as typeof tokyo;
  await populate();
  await at(NOW, relate);
});

/** Every figure of the page, with its path. */
function figuresOf(value: unknown, path = ''): [string, Figure][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('href' in value && 'count' in value) return [[path, value as Figure]];
  return Object.entries(value).flatMap(([name, inner]) => figuresOf(inner, `${path}.${name}`));
}

/** How many records the actor sees in the list at an address, page by page, with the queries of the list page. */
async function listed(actor: Actor, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://local');
  if (pathname === '/workspace/major-cases') return (await majorCases(actor, '', null)).rows.length;
  expect(pathname).toBe('/workspace/cases');
  const query = parseListQuery('case', Object.fromEntries(searchParams));
  // No parameter may be lost. An ignored parameter would make the list longer.
  expect(Object.keys(query.filters).sort()).toEqual([...searchParams.keys()].sort());
  const { rows, next } = await listTasks(actor, query, 1_000);
  expect(next).toBeNull();
  expect(await countTasks(actor, query)).toBe(rows.length);
  return rows.length;
}

const seen = (actor: Actor, query: DashboardQuery) => at(NOW, () => dashboard(actor, query));

async function figures(actor: Actor, query = parseDashboardQuery({})): Promise<Dashboard> {
  const found = await seen(actor, query);
  if (!found) throw new Error('There is no dashboard.');
  return found;
}

describe('the dashboard', () => {
  const queries: readonly [string, () => Record<string, string>][] = [
    ['everything', () => ({})],
    ['a week', () => ({ days: '7' })],
    ['three months', () => ({ days: '90' })],
    ['a group', () => ({ group: w.desk })],
    ['no group', () => ({ group: 'none', days: '7' })],
    ['my groups', () => ({ group: 'mine' })],
    ['an account', () => ({ account: w.boxeo })],
    ['a product', () => ({ product: w.product })],
    ['a configuration item', () => ({ item: w.sdwan })],
    ['a group and an account and an item', () => ({ group: w.desk, account: w.boxeo, item: w.sdwan })],
  ];

  it.each(queries)('DASH-1 · every figure of %s equals the number of records in its list', async (_what, params) => {
    for (const actor of [w.mia, w.adam, tokyo]) {
      const all = figuresOf(await figures(actor, parseDashboardQuery(params())));
      expect(all.length).toBeGreaterThan(40);
      const wrong: string[] = [];
      for (const [path, { count, href }] of all) {
        const shown = await at(NOW, () => listed(actor, href));
        if (shown !== count) wrong.push(`${actor.name}${path}: ${count}, but ${shown} in ${href}`);
      }
      expect(wrong).toEqual([]);
    }
  });

  it('DASH-1 · every figure has data, and the parts of each add up to the total', async () => {
    const { open, byDay, times, waiting, majors } = await figures(w.mia);
    const sum = (all: readonly { figure: Figure }[]) => all.reduce((total, { figure }) => total + figure.count, 0);
    expect(open.all.count).toBeGreaterThan(30);
    for (const part of [open.byState, open.byPriority, open.byAge, open.byGroup, open.byAgent])
      expect(sum(part)).toBe(open.all.count);
    for (const { figure } of [...open.byState, ...open.byPriority, ...open.byAge])
      expect(figure.count).toBeGreaterThan(0);
    expect(byDay.days).toHaveLength(30);
    expect(byDay.days.reduce((total, { created }) => total + created.count, 0)).toBe(byDay.created.count);
    expect(byDay.resolved.count).toBeGreaterThan(5);
    expect(times.answered.count).toBeGreaterThan(5);
    expect(times.unanswered.count).toBeGreaterThan(5);
    expect(waiting.map(({ label, figure }) => [label, figure.count])).toEqual([
      ['Incidents', 2],
      ['Problems', 1],
      ['Changes', 1],
      ['Requests', 1],
      ['Work orders', 1],
    ]);
    expect(majors?.all.count).toBe(1);
    expect(majors?.rows.map(({ children, open: left }) => [children.count, left.count])).toEqual([[3, 2]]);
  });

  it('DASH-1 · shows durations: the median and the 90th percentile', async () => {
    const own = { desk: (await db().group.create({ data: { name: 'Measured' } })).id };
    for (const hours of [1, 2, 3, 4, 21]) {
      const opened = new Date(NOW.getTime() - 2 * DAY);
      const { id, number } = await at(opened, () => aCase(w));
      const later = new Date(opened.getTime() + hours * 3_600_000);
      await at(later, () => addEntry(w.cora, { kind: 'case', number, type: 'comment', text: 'Is anybody there?' }));
      await at(later, () => addEntry(w.ava, { kind: 'case', number, type: 'comment', text: 'Yes.' }));
      await db().task.update({
        where: { id },
        data: {
          assignmentGroupId: own.desk,
          state: 'resolved',
          resolvedAt: new Date(opened.getTime() + 2 * hours * 3_600_000),
        },
      });
    }
    const { times } = await figures(w.mia, parseDashboardQuery({ group: own.desk }));
    expect(times.answer?.median).toBeCloseTo(3 * 3_600, 0);
    expect(times.answer?.most).toBeCloseTo((4 + 17 * 0.6) * 3_600, 0);
    expect(times.resolve?.median).toBeCloseTo(6 * 3_600, 0);
    expect(times).toMatchObject({ answered: { count: 5 }, unanswered: { count: 0 }, resolved: { count: 5 } });
  });

  it('DASH-1 · a case waits since it was linked, and the longest waiting one is named', async () => {
    const group = (await db().group.create({ data: { name: 'Waits' } })).id;
    const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
    const [old, young] = [await at(ago(9), () => anIncident(w)), await at(ago(2), () => anIncident(w))];
    const cases = [await at(ago(5), () => aCase(w)), await at(ago(8), () => aCase(w))] as const;
    for (const [theCase, incident] of [
      [cases[0], old],
      [cases[1], young],
    ] as const) {
      await associate(w.adam, { caseNumber: theCase.number, link: 'incident', number: incident.number });
      await db().task.update({ where: { id: theCase.id }, data: { assignmentGroupId: group } });
    }
    const { waiting } = await figures(w.mia, parseDashboardQuery({ group }));
    expect(waiting[0]).toMatchObject({ figure: { count: 2 }, longest: { number: cases[0].number } });
    expect(waiting[0]?.median).toBeCloseTo((3.5 * DAY) / 1_000, 0);
    expect(waiting[0]?.longest?.seconds).toBeCloseTo((5 * DAY) / 1_000, 0);
    expect(waiting[1]).toMatchObject({ figure: { count: 0 }, median: null, longest: null });
  });
});

describe('access to the dashboard', () => {
  it('ACC-6, DASH-1 · is for managers and administrators only', async () => {
    const query = parseDashboardQuery({});
    for (const manager of [w.mia, w.adam]) expect(await seen(manager, query), manager.name).not.toBeNull();
    const leader = await holderOf('Lea Leader', ['sn_majorissue_mgt.major_issue_manager']);
    for (const other of [w.ava, w.pat, w.ian, w.noa, w.vic, w.cleo, w.nils, w.cora, w.jane, leader])
      expect(await seen(other, query), other.name).toBeNull();
  });

  it('ACC-6, DASH-1 · a manager without the role sees nothing about the records linked to the cases', async () => {
    const plain = await holderOf('Max Manager', ['sn_customerservice_manager']);
    const { waiting } = await figures(plain);
    // WO-8: an actor who sees cases also sees their work orders.
    expect(waiting.map(({ label }) => label)).toEqual(['Work orders']);
    // The list's filter must not reveal them either, if the address is made up.
    const waits = (actor: Actor) => countTasks(actor, parseListQuery('case', { waits: 'incident' }));
    expect(await waits(plain)).toBe(0);
    expect(await waits(w.mia)).toBeGreaterThan(0);
  });

  it('DASH-1 · days begin in the time zone of the reader', async () => {
    expect(timeZoneOf(tokyo)).toBe('Asia/Tokyo');
    const days = (await figures(tokyo)).byDay.days.map(({ day }) => day);
    expect(days.at(-1)).toBe('2026-11-25');
    expect((await figures(w.mia)).byDay.days.at(-1)?.day).toBe('2026-11-24');
  });

  it('DASH-1 · the number of statements does not depend on the number of cases, people and days', async () => {
    const statements = vi.spyOn(db(), '$queryRaw');
    await figures(w.mia, parseDashboardQuery({ days: '7' }));
    const few = statements.mock.calls.length;
    statements.mockClear();
    await figures(w.mia, parseDashboardQuery({ days: '90' }));
    expect(statements.mock.calls.length).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
    statements.mockRestore();
  });
});
