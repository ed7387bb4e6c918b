import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import { addChildren } from '#lib/major-case/commands/add-children.ts';
import { majorCases } from '#lib/major-case/queries/major-cases.ts';
import { system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { aChange, aProblem } from '#lib/testing/itsm.ts';
import { aCase, anIncident, makeMajor, setProperty, type World, world } from '#lib/testing/world.ts';
import { type BoardFilter, boardFilterNames } from './filters.ts';
import { board } from './queries/board.ts';
import { boardPage } from './queries/board-page.ts';
import { findMajor } from './queries/find-major.ts';
import { figuresOneByOne } from './queries/list-figures.ts';

const began = Date.parse('2026-11-20T10:00:00Z');
const minute = (n: number) => new Date(began + n * 60_000);

const w = await world();
let major: Case;
let ofCora: Case;
let ofFiona: Case;
let ofJane: Case;

beforeAll(async () => {
  await setProperty('notify.second_approval_above', '0');
  await db().account.update({ where: { id: w.boxeo }, data: { contractValue: 480_000 } });
  await db().account.update({ where: { id: w.funco }, data: { contractValue: 20_000.5 } });
});

/** A major case whose three children joined at ten o'clock. */
beforeEach(() =>
  at(minute(0), async () => {
    major = await aCase(w);
    ofCora = await aCase(w);
    ofFiona = await aCase(w, { contactId: w.fiona.id });
    ofJane = await aCase(w, { consumerId: w.jane.id });
    await makeMajor(major);
    await addChildren(w.mia, {
      number: major.number,
      caseNumbers: [ofCora, ofFiona, ofJane].map(({ number }) => number),
    });
  }),
);

const boardOf = (n = 240, actor = w.mia) => at(minute(n), () => board(actor, major));
const pageOf = async (filter: BoardFilter, actor = w.mia) =>
  (await boardPage(actor, await findMajor(actor, major.number), { filter, after: null })).rows;
const numbersOf = async (filter: BoardFilter) => (await pageOf(filter)).map(({ number }) => number);
const say = (by: World['mia'], { number }: Case, text: string, n: number) =>
  at(minute(n), () => addEntry(by, { kind: 'case', number, type: 'comment', text }));
const tell = (n: number, caseNumbers?: string[]) =>
  at(minute(n), async () => {
    await startRun(w.mia, {
      kind: 'case',
      number: major.number,
      text: 'We are on it.',
      ...(caseNumbers && { caseNumbers }),
    });
    await processRuns(system, messageRuns);
  });
const mailsAre = (status: 'sent' | 'failed', userId: string) =>
  db().mail.updateMany({
    where: { notifies: { userId } },
    data: { status, nextTryAt: null, ...(status === 'failed' ? { lastError: 'Mailbox full' } : {}) },
  });

describe('the board of a major case', () => {
  it('MAJ-9 · counts the children by state, and each filter shows as many as it counts', async () => {
    await moveCase(w.ava, { number: ofCora.number, verb: 'cancel' });
    await say(w.fiona, ofFiona, 'Until when?', 1);
    await tell(2, [ofJane.number]);
    const { figures } = await boardOf();
    expect(figures.counts).toMatchObject({ all: 3, cancelled: 1, resolved: 0, waiting: 1, own_incident: 0 });
    for (const filter of boardFilterNames)
      expect([filter, (await pageOf(filter)).length]).toEqual([filter, figures.counts[filter]]);
  });

  it('MAJ-9 · shows who was notified and who was not, and why', async () => {
    expect((await boardOf()).figures).toMatchObject({
      notified: 0,
      notNotified: [{ because: 'no message yet', count: 3 }],
    });
    await tell(1);
    await mailsAre('sent', w.cora.id);
    await mailsAre('failed', w.fiona.id);
    const { figures } = await boardOf();
    expect(figures).toMatchObject({ notified: 2, notNotified: [{ because: 'the mailbox is full', count: 1 }] });
    expect(await numbersOf('not_told')).toEqual([ofFiona.number]);
    const notified = (await pageOf('all')).map(({ notified }) => [
      notified?.is,
      notified?.because,
      notified?.at !== null,
    ]);
    expect(notified).toEqual([
      ['sent', '', true],
      ['failed', 'Mailbox full', false],
      ['queued', '', true],
    ]);
  });

  it('MAJ-9, SYNC-MAJ-1 · a comment that is copied into the children counts as notifying their customers', async () => {
    await setProperty('sn_customerservice.parent_child_case_sync', 'true');
    await say(w.mia, major, 'The vendor comes at six.', 1);
    await setProperty('sn_customerservice.parent_child_case_sync', 'false');
    const { figures, lastMessage } = await boardOf();
    expect(figures.notified).toBe(3);
    expect(lastMessage).toEqual({
      html: '<p>The vendor comes at six.</p>\n',
      by: 'Mia Manager',
      at: minute(1).toISOString(),
      children: 3,
    });
  });

  it('MAJ-9 · a message by an agent in one child is no message about the major case', async () => {
    await say(w.ava, ofCora, 'Have you restarted it?', 1);
    expect(await boardOf()).toMatchObject({ figures: { notified: 0 }, lastMessage: null });
  });

  it('NOT-3, MAJ-9 · shows the last message as it was sent to all', async () => {
    await tell(1);
    await at(minute(5), async () => {
      await startRun(w.mia, { kind: 'case', number: major.number, text: 'Dear {{contact}}, it is fixed.' });
      await processRuns(system, messageRuns);
    });
    expect((await boardOf()).lastMessage).toEqual({
      html: '<p>Dear [their name], it is fixed.</p>\n',
      by: 'Mia Manager',
      at: minute(5).toISOString(),
      children: 3,
    });
  });

  it('NOT-8, MAJ-9 · a child has the last answer of its customer, which waits until a user replies', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.cora, ofCora, 'And until when?', 2);
    await say(w.jane, ofJane, 'Mine, too.', 3);
    await say(w.ava, ofJane, 'We know.', 4);
    expect((await boardOf()).figures.counts.waiting).toBe(1);
    expect((await pageOf('all')).map(({ answer }) => answer && [answer.text, answer.waiting])).toEqual([
      ['And until when?', 2],
      null,
      ['Mine, too.', 0],
    ]);
  });

  it('IMP-2, MAJ-9 · the contract value is that of each account with an open child, once', async () => {
    expect((await boardOf()).figures.contractCents).toBe(50_000_050);
    const second = await at(minute(0), () => aCase(w));
    await addChildren(w.mia, { number: major.number, caseNumbers: [second.number] });
    expect((await boardOf()).figures.contractCents).toBe(50_000_050);
    await moveCase(w.ava, { number: ofFiona.number, verb: 'cancel' });
    expect((await boardOf()).figures.contractCents).toBe(48_000_000);
  });

  it('MAJ-9 · shows since when the oldest unanswered reply waits', async () => {
    expect((await boardOf()).figures.waitingSince).toBeNull();
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.jane, ofJane, 'Mine, too.', 3);
    expect((await boardOf()).figures.waitingSince).toBe(minute(1).toISOString());
    await say(w.ava, ofCora, 'Since ten.', 4);
    expect((await boardOf()).figures.waitingSince).toBe(minute(3).toISOString());
  });

  it('MAJ-9 · shows the problem and the change behind it to users who may see them, and the affected contract value', async () => {
    const [problem, change] = [await aProblem(w), await aChange(w)];
    const plannedStart = minute(720);
    await db().change.update({ where: { id: change.id }, data: { plannedStart } });
    const data = { problemId: problem.id, changeId: change.id, businessImpact: 'No sales at the till.' };
    await db().case.update({ where: { id: major.id }, data });
    expect(await boardOf()).toMatchObject({
      businessImpact: 'No sales at the till.',
      records: {
        incident: null,
        problem: { number: problem.number, state: { label: 'New' }, plannedStart: null },
        change: { number: change.number, plannedStart: plannedStart.toISOString() },
      },
    });
    expect((await boardOf(240, w.pat)).records).toEqual({ incident: null, problem: null, change: null });
  });

  it('MAJ-9, SYNC-MAJ-4 · has the incident that it is about, and the children that have another', async () => {
    const [incident, other] = [await at(minute(0), () => anIncident(w)), await anIncident(w)];
    await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
    await db().case.update({ where: { id: ofJane.id }, data: { incidentId: other.id } });
    await db().case.update({ where: { id: ofCora.id }, data: { incidentId: incident.id } });
    const { records, figures } = await boardOf();
    expect(records.incident).toMatchObject({
      number: incident.number,
      openedAt: minute(0).toISOString(),
      state: { label: 'New' },
    });
    expect(figures.counts.own_incident).toBe(1);
    expect((await pageOf('own_incident')).map(({ number, ownIncident }) => [number, ownIncident])).toEqual([
      [ofJane.number, other.number],
    ]);
    expect((await boardOf(240, w.pat)).records.incident).toBeNull();
  });

  it('MAJ-9 · shows how the children moved between states since they are children', async () => {
    await at(minute(60), () => moveCase(w.ava, { number: ofCora.number, verb: 'cancel' }));
    const { overTime } = await boardOf(120);
    expect(overTime?.from).toBe(minute(0).toISOString());
    const at60 = overTime?.steps.map(({ counts }) => [counts.new + counts.open, counts.cancelled]);
    expect(at60?.[0]).toEqual([3, 0]);
    expect(at60?.[11]).toEqual([3, 0]);
    expect(at60?.[12]).toEqual([2, 1]);
    expect(at60?.at(-1)).toEqual([2, 1]);
  });

  it('REL-16 · children that the user may not see are not counted, and other cases have no board', async () => {
    expect((await boardOf(240, w.pat)).figures.counts.all).toBe(2);
    expect((await pageOf('all', w.pat)).map(({ number }) => number)).toEqual([ofCora.number, ofFiona.number]);
    await expect(board(w.mia, ofCora)).rejects.toThrow('REL-16');
    await expect(board(w.ian, major)).rejects.toThrow('REL-16');
    await expect(board(w.cora, ofCora)).rejects.toThrow('REL-16');
  });
});

it('MAJ-9, MAJ-4 · the list of major cases shows the same figures as the board of each', async () => {
  const incident = await anIncident(w);
  await db().case.update({ where: { id: major.id }, data: { incidentId: incident.id } });
  await say(w.cora, ofCora, 'Since when?', 1);
  const { rows } = await majorCases(w.mia, '', null);
  const row = rows.find(({ number }) => number === major.number);
  expect(row).toMatchObject({ children: 3, open: 3, incident: { number: incident.number, state: { label: 'New' } } });
  const figures = figuresOneByOne(w.mia, rows);
  expect([...figures.keys()]).toEqual(rows.map(({ id }) => id));
  expect(await figures.get(major.id)).toEqual((await boardOf()).figures);
  const [seenByPat] = (await majorCases(w.pat, '', null)).rows.filter(({ number }) => number === major.number);
  expect(seenByPat).toMatchObject({ children: 2, incident: null });
});

it('SYNC-MAJ-1 · the board says that the children get nothing while the property is off, with a link for administrators', async () => {
  const said = async (actor: World['mia']) => (await boardOf(240, actor)).unsynced;
  const message =
    'Changes and comments on a major case are not copied into its child cases, because the property “Synchronize child cases” is off.';
  expect(await said(w.mia)).toEqual({ message, href: null });
  expect(await said(w.adam)).toEqual({
    message,
    href: '/admin/properties#sn_customerservice.parent_child_case_sync',
  });
  await setProperty('sn_customerservice.parent_child_case_sync', 'true');
  expect(await said(w.adam)).toBeNull();
  await setProperty('sn_customerservice.parent_child_case_sync', 'false');
});

it('SYNC-MAJ-1 · the board shows whether customers read comments on the major case', async () => {
  const said = async () => (await boardOf()).commentsReachChildren;
  await setProperty('sn_customerservice.parent_child_case_sync', 'true');
  await setProperty('sn_customerservice.case_fields_to_sync', 'state,comments');
  expect(await said()).toBe(true);
  await setProperty('sn_customerservice.case_fields_to_sync', 'state');
  expect(await said()).toBe(false);
  await setProperty('sn_customerservice.case_fields_to_sync', 'state,comments');
  await setProperty('sn_customerservice.parent_child_case_sync', 'false');
  expect(await said()).toBe(false);
});
