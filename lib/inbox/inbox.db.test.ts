import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { CHANNEL } from '#lib/announce/message.ts';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { conclude } from '#lib/engine/conclude.ts';
import { countOpenWork } from '#lib/home/open-work.ts';
import { askAgent } from '#lib/incident/commands/ask-agent.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { actorsOfUsers } from '#lib/session/actors.ts';
import { aChange, anOffer, approvalBoard, itemOf } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  anotherCaseOf,
  change,
  fresh,
  holderOf,
  type World,
  world,
} from '#lib/testing/world.ts';
import { type CommandContext, commandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { newLedger } from '#lib/write/ledger.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { markRead } from './commands/mark-read.ts';
import { concernedUsers, fillInboxes } from './deliver.ts';
import { inboxSentence } from './item.ts';
import { readInbox } from './queries/inbox.ts';
import { mentionable } from './queries/mentionable.ts';
import { countUnread } from './unread.ts';
import { noteVisit } from './visit.ts';

type Somebody = World['ava'];

const w = await world();

/** A user's inbox lines about a record, newest first. */
const itemsOf = async (person: Somebody, { number }: { number: string }) =>
  (await readInbox(person)).items.filter((item) => item.number === number).map(inboxSentence);

const entry = ({ kind, number }: TaskRecord, type: 'comment' | 'work_note', text: string, ...people: Somebody[]) => ({
  ...({ kind, number, type, text } as const),
  mentions: people.map(({ id }) => id),
});

const watches = (record: TaskRecord, { id: userId }: Somebody, list: 'watch_list' | 'work_notes_list' = 'watch_list') =>
  watch(w.adam, { kind: record.kind, number: record.number, list, userId, watching: true });

describe('inbox entries', () => {
  it('inbox · an assignment by another person, and not one’s own', async () => {
    const [mine, given] = [await aCase(w), await aCase(w, { assignedToId: w.pat.id }, w.mia)];
    await change(w.pat, mine, { assignedToId: w.pat.id });
    expect(await itemsOf(w.pat, mine)).toEqual([]);
    expect(await itemsOf(w.pat, given)).toEqual(['Mia Manager assigned this to you']);
    await change(w.mia, mine, { assignedToId: w.ava.id });
    expect(await itemsOf(w.ava, mine)).toEqual(['Mia Manager assigned this to you']);
    expect(await itemsOf(w.pat, mine)).toEqual([]);
  });

  it('inbox, NOT-8 · a reply in an unassigned case goes to the worker of its incident, if the case is visible to them', async () => {
    const incident = await anIncident(w, { assignedToId: w.noa.id }, w.adam);
    const [open, given] = [
      await anotherCaseOf(w, incident),
      await anotherCaseOf(w, incident, { assignedToId: w.ava.id }),
    ];
    for (const theCase of [open, given]) await addEntry(w.cora, entry(theCase, 'comment', 'Who calls us?'));
    expect([await itemsOf(w.noa, open), await itemsOf(w.noa, given)]).toEqual([['Cora Customer answered'], []]);
    const unseen = await anotherCaseOf(w, await anIncident(w, { assignedToId: w.ian.id }));
    await addEntry(w.cora, entry(unseen, 'comment', 'Who calls us?'));
    expect(await itemsOf(w.ian, unseen)).toEqual([]);
  });

  it('inbox, CASE-3 · a customer’s reply, rejection or acceptance goes to the assignee of the case', async () => {
    const theCase = await aCase(w, { assignedToId: w.ava.id });
    await addEntry(w.cora, entry(theCase, 'comment', 'It is the **second** floor.'));
    expect(await itemsOf(w.ava, theCase)).toEqual(['Cora Customer answered']);
    const [line] = (await readInbox(w.ava)).items;
    const values = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Switched on.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values });
    await moveCase(w.cora, { number: theCase.number, verb: 'reject-solution', comment: 'It is still dark.' });
    expect((await itemsOf(w.ava, theCase))[0]).toBe('Cora Customer rejected the solution');
    expect((await readInbox(w.ava)).items[0]).toMatchObject({ excerpt: 'It is still dark.' });
    const again = { ...values, resolutionNotes: 'Switched on again.' };
    await moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values: again });
    await moveCase(w.cora, { number: theCase.number, verb: 'accept-solution' });
    expect((await itemsOf(w.ava, theCase))[0]).toBe('Cora Customer accepted the solution');
    expect(line).toMatchObject({ excerpt: 'It is the **second** floor.', unread: true, title: 'The line is down' });
    const said = await db().journalEntry.findFirstOrThrow({ where: { taskId: theCase.id, type: 'comment' } });
    expect(line?.entry).toBe(said.id);
  });

  it('inbox · updates by others of a watched record', async () => {
    const incident = await anIncident(w);
    await watches(incident, w.mia);
    await watches(incident, w.noa, 'work_notes_list');
    await watches(incident, w.ian);
    await change(w.ian, incident, { state: 'in_progress' });
    await addEntry(w.ian, entry(incident, 'comment', 'Soon.'));
    await addEntry(w.ian, entry(incident, 'work_note', 'Psst.'));
    const heard = ['Ian Itil commented', 'Ian Itil moved this to In Progress'];
    expect(await itemsOf(w.mia, incident)).toEqual(heard);
    expect(await itemsOf(w.noa, incident)).toEqual(['Ian Itil wrote a work note', ...heard]);
    expect(await itemsOf(w.ian, incident)).toEqual([]);
  });

  it('inbox · a question for approval', async () => {
    const board = await approvalBoard();
    const plan = await aChange(w);
    await change(w.ian, plan, { state: 'assess', approvalGroupId: board.id });
    expect(await itemsOf(board.arno, plan)).toEqual(['Ian Itil requested your approval']);

    const items = [];
    for (const name of ['Screen', 'Chair']) items.push({ catalogItemId: await anOffer(name, board.id), quantity: 1 });
    const request = await createRequest(w.mia, { items });
    const [line] = (await readInbox(board.anna)).items;
    expect(line && inboxSentence(line)).toBe('Mia Manager requested your approval, and 1 more record');
    const ordered = await Promise.all(['Screen', 'Chair'].map((name) => itemOf(request, name)));
    expect(ordered.map(({ number }) => number)).toContain(line?.number);
  });

  it('inbox · one line for each command, by the strongest reason', async () => {
    const theCase = await aCase(w, { assignedToId: w.rita.id }, w.mia);
    await watches(theCase, w.rita);
    await addEntry(w.cora, entry(theCase, 'comment', 'Hello?'));
    await addEntry(w.ava, entry(theCase, 'comment', 'Ask @Rita Reader.', w.rita));
    expect(await itemsOf(w.rita, theCase)).toEqual([
      'Ava Agent mentioned you',
      'Cora Customer answered',
      'Mia Manager assigned this to you',
    ]);
  });

  it('inbox · customers who watch get none, nor do deactivated users', async () => {
    const theCase = await aCase(w);
    const gone = await holderOf('Gone Agent', ['sn_customerservice_agent']);
    for (const person of [w.bea, gone]) await watches(theCase, person);
    await db().user.update({ where: { id: gone.id }, data: { active: false } });
    await addEntry(w.ava, entry(theCase, 'comment', 'Hello.'));
    expect(await db().inboxItem.count({ where: { taskId: theCase.id } })).toBe(0);
  });

  it('inbox · asking the agent of the case mentions her', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.mia, theCase, { assignedToId: w.pat.id });
    await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_caller' }, { comment: 'Which floor?' });
    await askAgent(w.ian, { number: incident.number, question: 'Which floor is dark?' });
    expect((await itemsOf(w.pat, theCase))[0]).toBe('Ian Itil mentioned you');
  });
});

describe('a mention', () => {
  it('inbox · notifies users who may see the record, and names those who may not', async () => {
    const theCase = await aCase(w);
    const text = 'Ask @Rita Reader, @Cleo Consumer-Agent and @Cora Customer.';
    const { notNotified } = await addEntry(w.ava, entry(theCase, 'work_note', text, w.rita, w.cleo, w.cora));
    expect(notNotified).toEqual(['Cleo Consumer-Agent']);
    expect(await itemsOf(w.rita, theCase)).toEqual(['Ava Agent mentioned you']);
    expect(await db().inboxItem.count({ where: { taskId: theCase.id } })).toBe(1);
  });

  it('inbox · notifies neither users whose name is missing in the text nor the author', async () => {
    const theCase = await aCase(w);
    const { notNotified } = await addEntry(
      w.ava,
      entry(theCase, 'work_note', 'I, @Ava Agent, alone, and @Rita Readers.', w.ava, w.rita, w.cleo),
    );
    expect(notNotified).toEqual([]);
    expect(await db().inboxItem.count({ where: { taskId: theCase.id } })).toBe(0);
  });

  it('ACC-6, inbox · a user who cannot search people can mention no one, and does not see their access', async () => {
    const incident = await anIncident(w, { callerId: w.nils.id });
    const { notNotified } = await addEntry(w.nils, entry(incident, 'comment', 'Ask @Cleo Consumer-Agent.', w.cleo));
    expect(notNotified).toEqual([]);
  });

  it('inbox · is offered with users who may see the record, to users who may write to it', async () => {
    const { kind, number } = await aCase(w);
    const offered = async (by: Somebody, words: string) =>
      (await mentionable(by, { kind, number, words })).map(({ label }) => label);
    expect(await offered(w.ava, 'r')).toContain('Rita Reader');
    expect(await offered(w.ava, 'cleo')).toEqual([]);
    expect(await offered(w.ava, 'cora')).toEqual([]);
    expect(await offered(w.ava, 'ava')).toEqual([]);
    for (const by of [w.vic, w.cleo, w.cora]) expect(await offered(by, 'rita'), by.name).toEqual([]);
  });
});

describe('a user who may no longer see a record', () => {
  it('ACC-6 · gets no entry about it and no update of open pages; users with access do', async () => {
    const once = await Promise.all(
      ['One', 'Two'].map((name) => holderOf(`Once ${name}`, ['sn_customerservice_agent'])),
    );
    const theCase = await aCase(w, { assignedToId: once[0]?.id ?? null }, w.mia);
    for (const person of [...once, w.rita]) await watches(theCase, person);
    await db().userRole.deleteMany({ where: { userId: { in: once.map(({ id }) => id) } } });
    const listener = new pg.Client({ connectionString: databaseUrl() });
    await listener.connect();
    const heard: string[] = [];
    listener.on('notification', ({ payload = '' }) => heard.push(payload));
    await listener.query(`listen ${CHANNEL}`);
    const lines = () =>
      db().inboxItem.findMany({ where: { taskId: theCase.id }, select: { userId: true, reason: true } });
    const before = (await lines()).length;
    await addEntry(w.ava, entry(theCase, 'comment', 'Hello.'));
    await moveCase(w.mia, { number: theCase.number, verb: 'assign-to-me' });
    await listener.query('select');
    await listener.end();
    expect((await lines()).slice(before)).toEqual([
      { userId: w.rita.id, reason: 'commented' },
      { userId: w.rita.id, reason: 'moved' },
    ]);
    const announced = heard.map((payload) => JSON.parse(payload)).filter(({ type }) => type === 'inbox');
    expect(announced.flatMap(({ userIds }) => userIds)).toEqual([w.rita.id, w.rita.id]);
  });
});

describe('reading', () => {
  it('inbox · shows only records that the reader may see, and counts the same', async () => {
    const reader = await holderOf('Once Reader', ['itil']);
    const incident = await anIncident(w, { assignedToId: reader.id });
    expect([await itemsOf(reader, incident), await countUnread(reader)]).toEqual([
      ['Ian Itil assigned this to you'],
      1,
    ]);
    expect((await countOpenWork(reader)).unread).toBe(1);
    const without = { ...reader, roles: w.nils.kind === 'staff' ? w.nils.roles : new Set<never>() } as Somebody;
    expect([await itemsOf(without, incident), await countUnread(without)]).toEqual([[], 0]);
    await markRead(without, { until: now() });
    expect(await countUnread(reader)).toBe(1);
  });

  it('inbox · opening a record marks its entries as read, for that user only; leaving changes nothing', async () => {
    const theCase = await aCase(w);
    for (const person of [w.rita, w.mia]) await watches(theCase, person);
    await addEntry(w.ava, entry(theCase, 'comment', 'Hello.'));
    const unread = async (person: Somebody) =>
      (await readInbox(person)).items.filter((item) => item.number === theCase.number && item.unread).length;
    await noteVisit(db(), w.rita, { taskId: theCase.id, leaving: true });
    expect(await unread(w.rita)).toBe(1);
    await Promise.all([1, 2].map(() => noteVisit(db(), w.rita, { taskId: theCase.id, leaving: false })));
    expect([await unread(w.rita), await unread(w.mia)]).toEqual([0, 1]);
  });

  it('inbox · Mark all as read includes everything up to the last shown entry', async () => {
    const reader = await holderOf('Marking Reader', ['itil']);
    await anIncident(w, { assignedToId: reader.id });
    const [shown] = (await readInbox(reader)).items;
    const later = await anIncident(w, { assignedToId: reader.id });
    await markRead(reader, { until: new Date(shown?.at ?? '') });
    const unread = (await readInbox(reader)).items.filter((item) => item.unread).map(({ number }) => number);
    expect(unread).toEqual([later.number]);
  });

  it('inbox · is paged, each entry once', async () => {
    const reader = await holderOf('Busy Reader', ['itil']);
    for (let n = 0; n < 31; n++) await anIncident(w, { assignedToId: reader.id });
    const first = await readInbox(reader);
    const second = await readInbox(reader, first.next);
    expect([first.items.length, second.items.length, second.next]).toEqual([30, 1, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(31);
  });
});

/** A transaction that counts its statements. */
function counting(tx: Db): { tx: Db; statements: () => number } {
  let statements = 0;
  const get = (of: Db, name: string | symbol) => {
    statements++;
    return Reflect.get(of, name);
  };
  return { tx: new Proxy(tx, { get }), statements: () => statements };
}

/** Moves incidents in one command and returns the number of statements. */
function moveAll(incidents: readonly TaskRecord[], by: Somebody = w.ian, peopleAtOnce?: number): Promise<number> {
  return transaction(async (real) => {
    const { tx, statements } = counting(real);
    const context: CommandContext = await commandContext(tx, by, 'test');
    const decisions = incidents.map((before) => {
      if (before.kind !== 'incident') throw new Error('These are incidents.');
      return decideUpdate('incident', before, { ...before, state: 'in_progress' }, updateContext(context, {}));
    });
    await writeUpdates(context, 'incident', decisions);
    const { people } = await conclude(context, null, concernedUsers(context));
    await fillInboxes(context, await actorsOfUsers(tx, people), peopleAtOnce);
    return statements();
  });
}

describe('many records at once', () => {
  it('inbox · need as many statements as one, with one entry for each recipient', async () => {
    const agents = await Promise.all([1, 2, 3].map((n) => holderOf(`Watching ${n}`, ['itil'])));
    const all: TaskRecord[] = [];
    for (let n = 0; n < 101; n++) all.push(await fresh(await anIncident(w)));
    await db().taskWatcher.createMany({
      data: all.flatMap(({ id: taskId }) =>
        agents.map(({ id: userId }) => ({ taskId, userId, list: 'watch_list' }) as const),
      ),
    });
    const [one, ...hundred] = all;
    const alone = one ? await moveAll([one]) : 0;
    expect(await moveAll(hundred)).toBe(alone);
    for (const agent of agents) {
      const sentences = (await readInbox(agent)).items.map(inboxSentence);
      expect(sentences).toEqual([
        'Ian Itil moved this to In Progress, and 99 more records',
        'Ian Itil moved this to In Progress',
      ]);
    }
  });

  it.each([1, 2, 3])('ACC-6, inbox · with %i recipients, each one is notified', async (atOnce) => {
    const people = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => holderOf(`Asked ${atOnce} ${n}`, n % 2 === 0 ? [] : ['itil'])),
    );
    const incident = await fresh(await anIncident(w));
    await db().taskWatcher.createMany({
      data: people.map(({ id: userId }) => ({ taskId: incident.id, userId, list: 'watch_list' }) as const),
    });
    await moveAll([incident], w.ian, atOnce);
    const lines = await db().inboxItem.findMany({ where: { taskId: incident.id, reason: 'moved' } });
    const readers = people.filter((_, n) => n % 2 === 0).map(({ id }) => id);
    expect(lines.map(({ userId }) => userId).toSorted()).toEqual(readers.toSorted());
  });

  it('inbox · runs no query if no user can be affected', async () => {
    const incident = await fresh(await anIncident(w));
    await transaction(async (tx) => {
      const context = await commandContext(tx, w.ian, 'test');
      context.cause = { id: incident.id, taskId: incident.id, rules: new Set(), written: 0, ledger: newLedger() };
      const before = { ...incident, assignedToId: w.ian.id };
      context.events.push({ type: 'updated', before, record: before, changed: new Set(['urgency', 'assignedToId']) });
      expect(concernedUsers(context)).toBeNull();
    });
  });

  it('inbox · two authors at once make two entries', async () => {
    const theCase = await aCase(w, { assignedToId: w.rita.id }, w.mia);
    await watches(theCase, w.rita);
    await Promise.all([w.ava, w.mia].map((by) => addEntry(by, entry(theCase, 'comment', 'Hello.'))));
    expect((await itemsOf(w.rita, theCase)).slice(0, 2).toSorted()).toEqual([
      'Ava Agent commented',
      'Mia Manager commented',
    ]);
  });
});
