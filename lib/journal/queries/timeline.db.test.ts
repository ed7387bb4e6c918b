import { describe, expect, test } from 'vitest';
import { can } from '#lib/access/policy.ts';
import { roleNames, roles } from '#lib/access/roles.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { communicate } from '#lib/problem/commands/communicate.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { remove } from '#lib/related/commands/remove.ts';
import { createRequest } from '#lib/request/commands/create-request.ts';
import { anOffer, aProblem, itemOf } from '#lib/testing/itsm.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  change,
  holderOf,
  makeMajor,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import type { TimelineEntry, TimelineFilter } from '../timeline-entry.ts';
import { fullText, writtenText } from './full-text.ts';
import { timelineOf } from './timeline.ts';
import { whyOf } from './why.ts';

const w = await world();

async function read(actor: Actor, { kind, number }: TaskRecord, filter: TimelineFilter = 'all') {
  const page = await timelineOf(actor, { kind, number, filter, cursor: null });
  if (!page) throw new Error(`${actor.name} sees no timeline of ${number}.`);
  return page.entries;
}

const rulesEntry = (entries: TimelineEntry[], words: string) => {
  for (const entry of entries)
    if ((entry.type === 'work_note' || entry.type === 'comment') && entry.origin && entry.html.includes(words))
      return { ...entry, origin: entry.origin };
  throw new Error(`No rule has written "${words}".`);
};

/** The answer to *Why is this here?* for the entry of a rule. */
async function whyHere(actor: Actor, record: TaskRecord, words: string) {
  const { id, by, origin } = rulesEntry(await read(actor, record), words);
  const why = await whyOf(actor, { kind: record.kind, number: record.number, id });
  if (!why) throw new Error(`${actor.name} is not told why "${words}" is here.`);
  expect(why.source).toEqual(origin.source);
  return { id, by, why };
}

describe('access to a timeline', () => {
  test('REC-1 · a customer does not: work notes are in it', async () => {
    const { kind, number } = await aCase(w);
    expect(await timelineOf(w.cora, { kind, number, filter: 'all', cursor: null })).toBeNull();
  });

  test('ACC-6 · staff without access to the record neither', async () => {
    const { kind, number } = await aCase(w);
    const asked = { kind, number, filter: 'all', cursor: null } as const;
    expect(await timelineOf(w.ian, asked)).toBeNull();
    expect(await timelineOf(w.cleo, asked)).toBeNull();
    expect(await timelineOf(w.vic, asked)).not.toBeNull();
  });

  test('INC-6 · an internal caller reads their own incident, and no other', async () => {
    const own = await anIncident(w, { callerId: w.nils.id });
    const other = await anIncident(w);
    expect(await read(w.nils, own)).not.toHaveLength(0);
    expect(
      await timelineOf(w.nils, { kind: 'incident', number: other.number, filter: 'all', cursor: null }),
    ).toBeNull();
  });
});

describe('who sees the numbers of other records', () => {
  const staffRoles = roleNames.filter((role) => roles[role].audience === 'internal');
  const naming = ['Problem', 'Parent incident'];

  /** What a person reads as the caller of an incident with a problem and a parent incident. */
  async function asCaller(caller: Person) {
    const [parent, problem] = [await anIncident(w), await aProblem(w)];
    const incident = await anIncident(w, { callerId: caller.id });
    await associate(w.ian, {
      from: 'incident',
      incidentNumber: incident.number,
      link: 'problem',
      number: problem.number,
    });
    await change(w.ian, incident, { category: 'network', parentId: parent.id });
    const lines = (await read(caller, incident)).flatMap((entry) => (entry.type === 'change' ? entry.lines : []));
    const labels = lines.map(({ label }) => label);
    expect(labels).toContain('Category');
    const seen = JSON.stringify([await read(caller, incident), await recordView(caller, 'incident', incident.number)]);
    return {
      history: labels.filter((label) => naming.includes(label)).toSorted(),
      numbers: [parent, problem].filter(({ number }) => seen.includes(number)).length,
    };
  }

  test('ACC-6, INC-6 · a caller without a role reads neither its problem nor its parent incident', async () => {
    expect(await asCaller(w.nils)).toEqual({ history: [], numbers: 0 });
  });

  test.each(staffRoles)('ACC-6, INC-6 · a caller with the role %s reads what the role sees', async (role) => {
    const caller = await holderOf(`${role} calls`, [role]);
    const seesParent = can(caller, 'see', 'incident');
    const seesProblem = seesParent || can(caller, 'see', 'problem');
    const history = [...(seesParent ? ['Parent incident'] : []), ...(seesProblem ? ['Problem'] : [])];
    expect(await asCaller(caller)).toEqual({ history, numbers: history.length });
  });

  test('ACC-6, INC-6 · a caller of both reads the number of the parent incident', async () => {
    const parent = await anIncident(w, { callerId: w.nils.id });
    const incident = await anIncident(w, { callerId: w.nils.id });
    await change(w.ian, incident, { parentId: parent.id });
    expect(JSON.stringify(await read(w.nils, incident, 'change'))).toContain(parent.number);
    const view = await recordView(w.nils, 'incident', incident.number);
    expect(view?.fields.parentId?.display).toBe(parent.number);
  });
});

test('ACC-6, INC-6 · a work note about a hidden record is not read, explained or confirmed by its id', async () => {
  const problem = await aProblem(w, { workaround: 'Restart the caller.' });
  const incident = await anIncident(w, { problemId: problem.id, callerId: w.nils.id });
  await communicate(w.ian, { number: problem.number, what: 'workaround' });
  const { id } = await db().journalEntry.findFirstOrThrow({
    where: { taskId: incident.id, sourceTaskId: problem.id, type: 'work_note' },
  });
  const entry = { kind: 'incident', number: incident.number, id } as const;
  const found = async (actor: Actor) =>
    Promise.all([
      fullText(actor, entry),
      writtenText(actor, entry),
      whyOf(actor, entry),
      timelineOf(actor, { kind: 'incident', number: incident.number, filter: 'all', cursor: null, until: id }),
    ]).then((answers) => answers.map((answer) => answer !== null));
  expect(await found(w.ian)).toEqual([true, true, true, true]);
  expect(await found(w.nils)).toEqual([false, false, false, false]);
});

test('REC-1, ACC-6 · an entry is quoted as written, by users who see its record', async () => {
  const theCase = await aCase(w);
  const text = 'It is **down**.\n\n- <b>router</b>';
  await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'work_note', text });
  const id = (await read(w.ava, theCase, 'work_note'))[0]?.id ?? '';
  const entry = { kind: 'case', number: theCase.number, id } as const;
  expect(await writtenText(w.ava, entry)).toBe(text);
  expect(await writtenText(w.cora, entry)).toBeNull();
  expect(await writtenText(w.ian, entry)).toBeNull();
  expect(await writtenText(w.ava, { ...entry, number: (await aCase(w)).number })).toBeNull();
});

test('REC-2 · a change of state or hold of a related record is known as one, a copied comment is not', async () => {
  const { theCase, incident } = await aCaseWithIncident(w);
  await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'Parts are ordered' });
  await change(w.ian, incident, { state: 'in_progress' });
  await change(w.ian, incident, { state: 'on_hold', holdReason: 'awaiting_vendor' });
  const entries = await read(w.ava, theCase);
  expect(rulesEntry(entries, 'Parts are ordered').origin).not.toHaveProperty('moved');
  for (const words of ['In Progress', 'On Hold']) expect(rulesEntry(entries, words).origin.moved, words).toBe(true);
});

describe('SYNC-4 · why an entry is here', () => {
  test('shows rules, source, text and the user who caused it', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'Parts are ordered' });
    const { by, why } = await whyHere(w.ava, theCase, 'Parts are ordered');
    expect(by).toBe('System');
    expect(why).toMatchObject({
      rules: [{ id: 'SYNC-INC-4', name: 'Update case worknote for comments change' }],
      source: { number: incident.number, href: `/workspace/incidents/${incident.number}` },
      entry: { by: 'Ian Itil', text: 'Parts are ordered' },
      causedBy: 'Ian Itil',
    });
    expect(why.rules[0]).not.toHaveProperty('href');
  });

  test('links administrators to the rule', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, { state: 'in_progress' });
    const { why } = await whyHere(w.adam, theCase, 'In Progress');
    expect(why.rules[0]).toMatchObject({ href: '/admin/business-rules#SYNC-INC-1' });
  });

  test('quotes nothing from a record that the reader may not see', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'Parts are ordered' });
    const { why } = await whyHere(w.pat, theCase, 'Parts are ordered');
    expect(why.source).toEqual({ number: incident.number });
    expect(why.entry).toBeNull();
  });

  test("SYNC-CASE-1 · an incident's reader is not led into a case", async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    const { theCase, incident } = await aCaseWithIncident(w);
    await addEntry(w.cora, { kind: 'case', number: theCase.number, type: 'comment', text: 'Still down' });
    const { why } = await whyHere(w.ian, incident, 'Still down');
    expect(why.source).toEqual({ number: theCase.number });
    expect(why.entry).toBeNull();
  });

  test('ACC-6 · a number in a note is a link for users with access, and plain text for others', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'On its way' });
    const htmlFor = async (reader: typeof w.ava) =>
      (await read(reader, theCase)).flatMap((entry) =>
        entry.type === 'work_note' && entry.html.includes('On its way') ? entry.html : [],
      );
    expect(await htmlFor(w.ava)).toEqual([
      expect.stringContaining(`<a href="/workspace/incidents/${incident.number}"`),
    ]);
    expect(await htmlFor(w.pat)).toEqual([expect.not.stringContaining('<a ')]);
    expect(await htmlFor(w.pat)).toEqual([expect.stringContaining(incident.number)]);
  });
});

describe('SYNC-4 · access to the reason of an entry', () => {
  test('ACC-6, REL-16 · needs access to the record, and the record must have the entry', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await addEntry(w.ian, { kind: 'incident', number: incident.number, type: 'comment', text: 'Parts are ordered' });
    const { id } = await whyHere(w.ava, theCase, 'Parts are ordered');
    const ofCase = { kind: 'case', number: theCase.number, id } as const;
    expect(await whyOf(w.ian, ofCase)).toBeNull();
    expect(await whyOf(w.cora, ofCase)).toBeNull();
    expect(await whyOf(w.ava, { ...ofCase, number: (await aCase(w)).number })).toBeNull();
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: 'By hand' });
    const entries = await read(w.ava, theCase);
    const byHand = entries.find((entry) => entry.type === 'comment' && entry.html.includes('By hand'));
    expect(await whyOf(w.ava, { ...ofCase, id: byHand?.id ?? '' })).toBeNull();
  });
});

describe('REL-15 · whether an entry and its source still belong together', () => {
  test('SYNC-PRB-2, SYNC-PRB-3 · an incident and its problem, until it is removed', async () => {
    const problem = await aProblem(w, { workaround: 'Restart it.', fixNotes: 'More memory.' });
    const incident = await anIncident(w, { problemId: problem.id });
    for (const what of ['workaround', 'fix'] as const) await communicate(w.ian, { number: problem.number, what });
    const associated = async () => {
      const entries = await read(w.ian, incident);
      return ['Workaround for', 'Fix for'].map((words) => rulesEntry(entries, words).origin.associated);
    };
    expect(await associated()).toEqual([true, true]);
    await remove(w.ian, { from: 'incident', incidentNumber: incident.number, link: 'problem', number: problem.number });
    expect(await associated()).toEqual([false, false]);
  });

  test('SYNC-CASE-1 · a child and the incident of its major case, until it is no longer a child', async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    const { theCase: major, incident } = await aCaseWithIncident(w);
    const child = await aCase(w);
    await makeMajor(major, child);
    await addEntry(w.cora, { kind: 'case', number: child.number, type: 'comment', text: 'Here too' });
    expect(rulesEntry(await read(w.ian, incident), 'Here too').origin.associated).toBe(true);
    await db().case.update({ where: { id: child.id }, data: { parentId: null } });
    expect(rulesEntry(await read(w.ian, incident), 'Here too').origin.associated).toBe(false);
  });

  test('SYNC-REQ-3 · a case and an item of its request, until the request is removed', async () => {
    const theCase = await aCase(w);
    const items = [{ catalogItemId: await anOffer('Router'), quantity: 1 }];
    const request = await createRequest(w.mia, { caseNumber: theCase.number, items });
    const { id: sourceTaskId } = await itemOf(request, 'Router');
    const cause = await db().cause.create({ data: { at: new Date(), taskId: sourceTaskId, command: 'add-comment' } });
    const text = 'Comment on an item: It is packed.';
    const lines = [{ rule: 'SYNC-REQ-3', line: text }];
    await db().journalEntry.create({
      data: {
        taskId: theCase.id,
        type: 'work_note',
        text,
        lines,
        sourceTaskId,
        causeId: cause.id,
        createdAt: cause.at,
      },
    });
    expect(rulesEntry(await read(w.mia, theCase), 'packed').origin.associated).toBe(true);
    await remove(w.mia, { caseNumber: theCase.number, link: 'request', number: request.number });
    expect(rulesEntry(await read(w.mia, theCase), 'packed').origin.associated).toBe(false);
  });
});

test('REL-15 · after a removal earlier notes are marked, the removal itself is not', async () => {
  const { theCase, incident } = await aCaseWithIncident(w);
  await change(w.ian, incident, { state: 'in_progress' });
  const before = rulesEntry(await read(w.ava, theCase), 'In Progress');
  await remove(w.ava, { caseNumber: theCase.number, link: 'incident', number: incident.number });
  const after = await read(w.ava, theCase);
  expect(before.origin.associated).toBe(true);
  expect(rulesEntry(after, 'In Progress').origin.associated).toBe(false);
  expect(rulesEntry(after, 'removed').origin.associated).toBe(true);
});

describe('REC-2 · the timeline', () => {
  test('groups the changes of one command, and can be filtered by each type of entry', async () => {
    const incident = await anIncident(w);
    await change(w.ian, incident, { state: 'in_progress', assignedToId: w.ian.id }, { workNote: 'Mine' });
    const changes = await read(w.ian, incident, 'change');
    const lines = changes.map((entry) => (entry.type === 'change' ? entry.lines.map(({ label }) => label).sort() : []));
    expect(lines).toEqual([['Assigned to', 'State'], ['State']]);
    expect((await read(w.ian, incident, 'work_note')).map(({ type }) => type)).toEqual(['work_note']);
    expect(await read(w.ian, incident, 'comment')).toEqual([]);
  });

  test('REL-9 · shows a suppressed email with its reason', async () => {
    const { incident } = await aCaseWithIncident(w);
    const mails = await read(w.ian, incident, 'mail');
    expect(mails).toMatchObject([{ to: 'Cora Customer', fate: 'suppressed: caller is an external user' }]);
  });

  test('is read on the way to an entry of the record, and to no other', async () => {
    const incident = await anIncident(w);
    await change(w.ian, incident, { state: 'in_progress' }, { workNote: 'Mine' });
    const until = (id: string, actor = w.ian) =>
      timelineOf(actor, { kind: 'incident', number: incident.number, filter: 'all', cursor: null, until: id });
    const entries = await read(w.ian, incident);
    expect(new Set(entries.map(({ type }) => type))).toEqual(new Set(['work_note', 'change']));
    for (const { id } of entries) expect((await until(id))?.entries).toHaveLength(entries.length);
    const mailed = (await aCaseWithIncident(w)).incident;
    const elsewhere = await read(w.ian, mailed);
    expect(elsewhere.map(({ type }) => type)).toContain('mail');
    for (const { id } of elsewhere) expect(await until(id)).toBeNull();
    for (const { id } of elsewhere)
      expect(
        await timelineOf(w.ian, { kind: 'incident', number: mailed.number, filter: 'all', cursor: null, until: id }),
      ).not.toBeNull();
    expect(await until(entries[0]?.id ?? '', w.cora)).toBeNull();
    expect(await until('not an id')).toBeNull();
  });

  test('shows every entry once, page by page, while new ones arrive', async () => {
    const theCase = await aCase(w);
    const note = (text: string) => addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'work_note', text });
    for (let number = 1; number <= 60; number++) await note(`note ${number}`);
    const asked = { kind: 'case', number: theCase.number, filter: 'work_note' } as const;
    const first = await timelineOf(w.ava, { ...asked, cursor: null });
    await note('a late one');
    const second = await timelineOf(w.ava, { ...asked, cursor: first?.next ?? null });
    const ids = [...(first?.entries ?? []), ...(second?.entries ?? [])].map(({ id }) => id);
    expect(first?.entries).toHaveLength(50);
    expect(second?.next).toBeNull();
    expect(new Set(ids).size).toBe(60);
  });
});
