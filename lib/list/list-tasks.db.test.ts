import { beforeAll, describe, expect, it } from 'vitest';
import { mayWork } from '#lib/access/policy.ts';
import { countOpenWork } from '#lib/home/open-work.ts';
import { myWork } from '#lib/home/work.ts';
import { definitions } from '#lib/kinds/definitions.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { taskKindNames } from '#lib/record/kind.ts';
import { aCase, anIncident, change, holderOf, makeMajor, type World, world } from '#lib/testing/world.ts';
import { type ListQuery, listOf, parseListQuery } from './list-query.ts';
import { countTasks, listTasks } from './list-tasks.ts';
import { formatCursor, parseCursor, parseSort } from './sorts.ts';
import { mineText } from './views.ts';

const w = await world();
const START = Date.parse('2026-11-01T08:00:00Z');
const minute = (n: number) => new Date(START + n * 60_000);

beforeAll(async () => {
  for (let n = 0; n < 25; n++) {
    const values = { shortDescription: `Line ${n} broken`, priority: String((n % 5) + 1) };
    await at(minute(Math.floor(n / 2)), () => aCase(w, values));
  }
});

/** Reads all pages of a list in order; `between` runs before each further page. */
async function walk(actor: Actor, query: ListQuery, size: number, between = async () => {}) {
  const seen: string[] = [];
  let page = await listTasks(actor, query, size);
  for (let pages = 0; pages < 50; pages++) {
    seen.push(...page.rows.map(({ number }) => number));
    if (!page.next) break;
    await between();
    page = await listTasks(actor, { ...query, page: { after: page.next } }, size);
  }
  return { seen, last: page };
}

const lines = (sort: string): ListQuery => ({ ...listOf('case'), words: 'broken', sort: parseSort(sort) });
const numbersOf = async (actor: Actor, query: ListQuery) =>
  (await listTasks(actor, query)).rows.map(({ number }) => number);

describe('pages', () => {
  it.each(
    ['updated', 'opened', 'number', 'priority', 'title', 'state', 'account', 'person', 'assignee'].flatMap((by) => [
      by,
      `-${by}`,
    ]),
  )('sorted by %s, show every row once, forwards and backwards', async (sort) => {
    const all = await numbersOf(w.adam, lines(sort));
    expect(all).toHaveLength(25);
    const { seen, last } = await walk(w.adam, lines(sort), 4);
    expect(seen).toEqual(all);

    const back: string[] = [];
    let page = last;
    while (page.previous) {
      page = await listTasks(w.adam, { ...lines(sort), page: { before: page.previous } }, 4);
      back.unshift(...page.rows.map(({ number }) => number));
    }
    expect([...back, ...last.rows.map(({ number }) => number)]).toEqual(all);
    expect(page.previous).toBeNull();
  });

  it('lists · sorted by state, from new to final, in the order of each kind', async () => {
    const own = await holderOf('Ora Order', ['itil', 'sn_customerservice_manager']);
    for (const kind of taskKindNames)
      for (const [at, state] of Object.keys(definitions[kind].states).entries()) {
        const [found] = await db().$queryRaw<{ position: number }[]>`
          select task_state_position(${kind}::task_kind, ${state}::text) as position`;
        expect(found, `${kind} ${state}`).toEqual({ position: at + 1 });
      }
    const made = [await anIncident(w), await anIncident(w), await anIncident(w)] as const;
    for (const record of made) await change(w.ian, record, { assignedToId: own.id });
    await change(w.ian, made[0], { state: 'canceled' });
    await change(w.ian, made[2], { state: 'in_progress' });
    const query = { ...listOf('incident', { assigned: [own.id] }), sort: parseSort('state') };
    const inOrder = ['new', 'in_progress', 'canceled'];
    expect((await listTasks(own, query)).rows.map(({ state }) => state)).toEqual(inOrder);
    const first = await listTasks(own, query, 2);
    const rest = first.next && (await listTasks(own, { ...query, page: { after: first.next } }));
    expect(rest?.rows.map(({ state }) => state)).toEqual(inOrder.slice(2));
  });

  it('lists · sorted by account, customer or assignee, follow the names, also after one was changed', async () => {
    const [ada, zoe] = [await holderOf('Äda Anders', ['itil']), await holderOf('Zoe Zander', ['itil'])];
    const own = await Promise.all(
      ['One', 'Two', 'Three'].map((name) => aCase(w, { shortDescription: `Sorted ${name}` })),
    );
    const [one, two, three] = own.map(({ number }) => number);
    const give = (at: number, assignedToId: string) =>
      db().task.update({ where: { id: own[at]?.id ?? '' }, data: { assignedToId } });
    await give(0, zoe.id);
    await give(1, ada.id);
    const query = (sort: string) => ({ ...listOf('case'), words: 'sorted', sort: parseSort(sort) });
    expect(await numbersOf(w.adam, query('assignee'))).toEqual([three, two, one]);
    await db().user.update({ where: { id: zoe.id }, data: { name: 'Aaron Zander' } });
    expect(await numbersOf(w.adam, query('assignee'))).toEqual([three, one, two]);
    expect(await numbersOf(w.adam, query('-assignee'))).toEqual([two, one, three]);
  });

  it('sorted by short description, continue after any words, ignoring case', async () => {
    const words = ['zebra~fish', 'Zebra “one” & two', 'zebra', "ZEBRA's %_", 'Zebra Ünder'];
    for (const shortDescription of words) await aCase(w, { shortDescription });
    const query = { ...listOf('case'), words: 'zebra', sort: parseSort('title') };
    const { seen } = await walk(w.adam, query, 1);
    expect(seen).toEqual(await numbersOf(w.adam, query));
    const { rows } = await listTasks(w.adam, query);
    const titles = rows.map(({ shortDescription }) => shortDescription.toLowerCase());
    expect(titles).toEqual(titles.toSorted((a, b) => (a < b ? -1 : 1)));
    for (const { shortDescription: value, id } of rows)
      expect(parseCursor(formatCursor({ value, id }), query.sort)).toEqual({ value, id });
  });

  it('show each row once while others are added', async () => {
    const before = await numbersOf(w.adam, lines('-updated'));
    const { seen } = await walk(w.adam, lines('-updated'), 5, async () => {
      await aCase(w, { shortDescription: 'Just now broken' });
    });
    expect(seen.filter((number) => before.includes(number))).toEqual(before);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('reach', () => {
  it('ACC-6 · everybody sees the cases and incidents of their role, in list and count', async () => {
    const ofContact = await aCase(w, { shortDescription: 'Reach of a contact' });
    const ofConsumer = await aCase(w, { shortDescription: 'Reach of a consumer', consumerId: w.jane.id });
    const incident = await anIncident(w, { shortDescription: 'Reach of an incident' });
    const own = await anIncident(w, { shortDescription: 'Reach of the caller', callerId: w.nils.id });
    const reach: [keyof World, string[]][] = [
      ['adam', [ofContact.number, ofConsumer.number, incident.number, own.number]],
      ['ava', [ofContact.number, ofConsumer.number, incident.number, own.number]],
      ['pat', [ofContact.number]],
      ['cleo', [ofConsumer.number]],
      ['vic', [ofContact.number, ofConsumer.number]],
      ['ian', [incident.number, own.number]],
      ['nils', [own.number]],
      ['cora', [ofContact.number]],
      ['fiona', []],
    ];
    for (const [name, expected] of reach) {
      const actor = w[name] as Actor;
      const cases = await numbersOf(actor, { ...listOf('case'), words: 'reach' });
      const incidents = await numbersOf(actor, { ...listOf('incident'), words: 'reach' });
      expect([...cases, ...incidents].sort(), name).toEqual([...expected].sort());
    }
    expect(await countTasks(w.fiona, listOf('case'))).toBe(0);
    expect(await countTasks(w.ian, listOf('case'))).toBe(0);
    expect(await countTasks(w.nils, listOf('incident'))).toBe(1);
  });
});

describe('editable records', () => {
  it('ACC-13, ACC-6 · each row of a list agrees with the policy for its record, for everybody', async () => {
    const major = await aCase(w);
    await makeMajor(major);
    await aCase(w, { consumerId: w.jane.id });
    const both = await holderOf('Bo Both', ['sn_customerservice_agent', 'sn_customerservice.case_viewer']);
    const said: Record<string, boolean | undefined> = {};
    for (const actor of [w.adam, w.ava, w.pat, w.mia, w.cleo, w.vic, both]) {
      const { rows } = await listTasks(actor, parseListQuery('case', {}));
      const records = await db().task.findMany({ where: { kind: 'case' }, include: { case: true } });
      const allowed = records
        .filter(
          (each) => mayWork(actor, { ...each, kind: 'case', majorCaseState: each.case?.majorCaseState ?? null }).ok,
        )
        .map(({ number }) => number);
      for (const { number, writable } of rows)
        expect([actor.name, number, writable]).toEqual([actor.name, number, allowed.includes(number)]);
      said[actor.name] = rows.find(({ number }) => number === major.number)?.writable;
    }
    expect(said).toMatchObject({
      'Ava Agent': false,
      'Pat Plain': false,
      'Mia Manager': true,
      'Adam Admin': true,
      'Bo Both': false,
    });
  });
});

describe('filters', () => {
  const read = (text: string) => parseListQuery('case', Object.fromEntries(new URLSearchParams(text)));

  it('match exactly: state, priority, people, groups, accounts, configuration items, active', async () => {
    const mine = await aCase(w, {
      shortDescription: 'Filtered',
      assignedToId: w.ava.id,
      assignmentGroupId: w.desk,
      priority: '1',
    });
    const free = await aCase(w, { shortDescription: 'Filtered', contactId: w.fiona.id, configurationItemId: w.sdwan });
    const table: [string, string[]][] = [
      ['assigned=me', [mine.number]],
      ['assigned=nobody', [free.number]],
      [`assigned=${w.ava.id}`, [mine.number]],
      ['group=mine', [mine.number]],
      ['group=none', [free.number]],
      [`group=${w.desk}`, [mine.number]],
      [`account=${w.funco}`, [free.number]],
      [`contact=${w.cora.id}`, [mine.number]],
      [`item=${w.sdwan}`, [free.number]],
      ['priority=1', [mine.number]],
      ['priority=1,4', [mine.number, free.number]],
      ['state=new', [mine.number, free.number]],
      ['state=open,closed', []],
      ['active=no', []],
      ['active=yes', [mine.number, free.number]],
      ['assigned=me&priority=4', []],
    ];
    for (const [text, expected] of table) {
      const found = await numbersOf(w.ava, { ...read(text), words: 'filtered' });
      expect(found.sort(), text).toEqual([...expected].sort());
    }
  });
});

describe('search', () => {
  it('finds by number, by its digits, by whole words and by the beginning of the last word', async () => {
    const theCase = await aCase(w, {
      shortDescription: 'Router sdwan-ctl-1 drops O’Brien’s e-mails',
      description: 'ZÜRICH',
    });
    const words = [
      theCase.number,
      theCase.number.toLowerCase(),
      theCase.number.slice(0, 8),
      String(Number(theCase.number.slice(2))),
      'router drops',
      'drops rou',
      'sdwan-ctl-1',
      'sdwan-ct',
      'zürich',
      'o’brien',
      'e-mail',
    ];
    for (const text of words)
      expect(await numbersOf(w.ava, { ...listOf('case'), words: text }), text).toContain(theCase.number);
    for (const text of ['outer', 'rout drops', 'router flies', '!!!', "'; drop table tasks; --", ':* & |'])
      expect(await numbersOf(w.ava, { ...listOf('case'), words: text }), text).not.toContain(theCase.number);
  });

  it('shows the count for a rare word', async () => {
    await aCase(w, { shortDescription: 'Xylophone' });
    expect(await listTasks(w.ava, { ...listOf('case'), words: 'xyloph' })).toMatchObject({ matches: 1 });
    await aCase(w, { shortDescription: 'Xylophone again' });
    const first = await listTasks(w.ava, { ...listOf('case'), words: 'xyloph' }, 1);
    if (!first.next) throw new Error('There is no second page.');
    // This page has only the remaining matches, and no total.
    const second = await listTasks(w.ava, { ...listOf('case'), words: 'xyloph', page: { after: first.next } }, 1);
    expect(second).toMatchObject({ matches: null });
    expect(await listTasks(w.ava, { ...listOf('case'), words: 'marimba' })).toMatchObject({ matches: 0, rows: [] });
  });
});

describe('child cases', () => {
  it('home, lists · children of a major case are in no queue unless asked for, and all counts agree', async () => {
    const agent = await holderOf('Quinn Queue', ['sn_customerservice_agent']);
    const [major, child, plain] = [await aCase(w), await aCase(w), await aCase(w)];
    for (const { id } of [major, child, plain])
      await db().task.update({ where: { id }, data: { assignedToId: agent.id } });
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted' } });
    await db().case.update({ where: { id: child.id }, data: { parentId: major.id } });
    const asked = (text: string) => parseListQuery('case', Object.fromEntries(new URLSearchParams(text)));
    const mine = asked(mineText('case'));
    const numbers = [major.number, plain.number].sort();
    expect((await numbersOf(agent, mine)).sort()).toEqual(numbers);
    expect(await countTasks(agent, mine)).toBe(2);
    expect((await countOpenWork(agent)).records.case).toBe(2);
    expect((await myWork(agent)).rows.map(({ number }) => number).sort()).toEqual(numbers);
    expect(await numbersOf(agent, asked('assigned=me&family=child'))).toEqual([child.number]);
    expect(await numbersOf(agent, asked('assigned=me&family=other&channel=web'))).toEqual([plain.number]);
    expect(await numbersOf(agent, asked('assigned=me&channel=phone'))).toEqual([]);
  });
});
