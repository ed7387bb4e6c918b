import { describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { readInbox } from '#lib/inbox/queries/inbox.ts';
import { scheduledJobs } from '#lib/jobs/scheduled-jobs.ts';
import { listOf } from '#lib/list/list-query.ts';
import { listTasks } from '#lib/list/list-tasks.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { recordView } from '#lib/record-page/queries/record-view.ts';
import { aCase, aCaseWithIncident, change, commentsOf, fresh, holderOf, notesOf, world } from '#lib/testing/world.ts';
import { closeUnanswered } from './commands/close-unanswered.ts';
import { moveCase } from './commands/move-case.ts';
import { remindOfSolution } from './commands/remind-of-solution.ts';

const solution = { resolutionCode: 'fixed_by_support', resolutionNotes: 'The cable was replaced.' };
const RESOLVED = new Date('2026-10-01T12:00:00Z');
const days = (count: number) => new Date(RESOLVED.getTime() + count * 24 * 3_600_000);

const w = await world();

type Numbered = { number: string };

const move = (by: Actor, { number }: Numbered, verb: 'record-rejection' | 'record-acceptance' | 'just-a-comment') =>
  moveCase(by, { number, verb, ...(verb === 'just-a-comment' ? {} : { workNote: 'By email.' }) });
const propose = (by: Actor, { number }: Numbered, values = solution) =>
  moveCase(by, { number, verb: 'propose-solution', values });
const comment = (by: Actor, { number }: Numbered, text = 'No, it still prints.') =>
  addEntry(by, { kind: 'case', number, type: 'comment', text });

/** A case with a solution proposed on day 0, on which its customer commented on a later day. */
async function anAnsweredCase(day = 1) {
  const theCase = await aCase(w, { assignedToId: w.ava.id });
  await at(RESOLVED, () => propose(w.ava, theCase));
  await at(days(day), () => comment(w.cora, theCase));
  return theCase;
}

async function due(name: string, time: Date, { number }: Numbered): Promise<boolean> {
  const job = scheduledJobs[name];
  if (!job || !('due' in job)) throw new Error(`${name} does nothing one by one.`);
  const batches = await Array.fromAsync(job.due(time));
  return batches.flat().some((each) => 'number' in each && each.number === number);
}

const page = async (by: Actor, { number }: Numbered) => recordView(by, 'case', number);
const proposalsOf = async (theCase: Numbered) => (await page(w.ava, theCase))?.proposals.length;

describe('the clock of a solution on which the customer has commented', () => {
  it('CASE-11 · is paused: neither reminder nor closing is due', async () => {
    const theCase = await anAnsweredCase();
    expect([await due('case-remind', days(90), theCase), await due('case-autoclose', days(90), theCase)]).toEqual([
      false,
      false,
    ]);
    const refused = { rule: 'CASE-3' };
    await expect(at(days(90), () => closeUnanswered(system, theCase))).rejects.toMatchObject(refused);
    await expect(at(days(90), () => remindOfSolution(system, theCase))).rejects.toMatchObject(refused);
    const { waiting, answer } = (await page(w.ava, theCase)) ?? {};
    expect(waiting?.closesAt).toBeNull();
    expect(answer).toMatchObject({ by: 'Cora Customer', text: 'No, it still prints.', at: days(1).toISOString() });
  });

  it('CASE-11 · is not paused by an agent’s comment', async () => {
    const theCase = await aCase(w);
    await at(RESOLVED, () => propose(w.ava, theCase));
    await at(days(1), () => comment(w.ava, theCase, 'Does it print?'));
    expect(await due('case-autoclose', days(10), theCase)).toBe(true);
    expect((await page(w.ava, theCase))?.answer).toBeNull();
  });

  it('CASE-11 · resumes after Just a comment, without counting the pause', async () => {
    const theCase = await anAnsweredCase(2);
    await at(days(9), () => move(w.ava, theCase, 'just-a-comment'));
    expect(await fresh(theCase)).toMatchObject({ state: 'resolved', answeredAt: null, waitsSince: days(7) });
    expect(await notesOf(theCase)).toEqual([expect.stringContaining('Just a comment')]);
    expect((await page(w.ava, theCase))?.waiting?.closesAt).toBe(days(17).toISOString());
    expect([await due('case-autoclose', days(16.9), theCase), await due('case-autoclose', days(17), theCase)]).toEqual([
      false,
      true,
    ]);
    await expect(at(days(16.9), () => closeUnanswered(system, theCase))).rejects.toMatchObject({ rule: 'CASE-3' });
    await at(days(17), () => closeUnanswered(system, theCase));
    expect((await fresh(theCase)).state).toBe('closed');
  });

  it('CASE-11 · begins anew with the next solution', async () => {
    const theCase = await anAnsweredCase();
    await at(days(2), () => move(w.ava, theCase, 'record-rejection'));
    await at(days(3), () => propose(w.ava, theCase, { ...solution, resolutionNotes: 'A new printer.' }));
    expect(await fresh(theCase)).toMatchObject({ answeredAt: null, waitsSince: null });
    expect(await due('case-autoclose', days(13), theCase)).toBe(true);
  });
});

describe('the outcome of the comment', () => {
  it('CASE-11, CASE-10 · a rejection opens the case and notifies the assignee', async () => {
    const theCase = await anAnsweredCase();
    const lines = (await readInbox(w.ava)).items.filter(({ number }) => number === theCase.number);
    expect(lines.map(({ reason, excerpt }) => [reason, excerpt])).toEqual([['answered', 'No, it still prints.']]);
    const verbs = (await page(w.ava, theCase))?.verbs.filter(({ handlesComment }) => handlesComment);
    expect(verbs?.map(({ label }) => label)).toEqual(['Record acceptance', 'Record rejection', 'Just a comment']);
    await move(w.ava, theCase, 'record-rejection');
    expect((await fresh(theCase)).state).toBe('open');
    expect((await page(w.ava, theCase))?.answer).toBeNull();
  });

  it('CASE-11 · without an assignee, its group is notified', async () => {
    const member = await holderOf('Gil Group', ['sn_customerservice_agent']);
    const { id } = await db().group.create({ data: { name: 'Printers', members: { create: { userId: member.id } } } });
    const theCase = await aCase(w);
    await db().task.update({ where: { id: theCase.id }, data: { assignmentGroupId: id } });
    await propose(w.ava, theCase);
    await comment(w.cora, theCase);
    const lines = (await readInbox(member)).items.filter(({ number }) => number === theCase.number);
    expect(lines.map(({ reason }) => reason)).toEqual(['answered']);
  });

  it('CASE-11 · is handled only by a user who has read the newest comment', async () => {
    const theCase = await anAnsweredCase();
    const seen = (await page(w.ava, theCase))?.answer?.last;
    await comment(w.cora, theCase, 'Wait, it works now.');
    const reject = { number: theCase.number, verb: 'record-rejection', workNote: 'By email.' } as const;
    await expect(moveCase(w.ava, { ...reject, seen })).rejects.toMatchObject({ rule: 'CASE-11' });
    const { last, text } = (await page(w.ava, theCase))?.answer ?? {};
    expect(text).toBe('No, it still prints.\n\nWait, it works now.');
    await moveCase(w.ava, { ...reject, seen: last });
  });

  it('CASE-11 · Just a comment is for an answered case, and for users who may write to it', async () => {
    const theCase = await aCase(w);
    await propose(w.ava, theCase);
    await expect(move(w.ava, theCase, 'just-a-comment')).rejects.toMatchObject({ rule: 'CASE-8' });
    await comment(w.cora, theCase);
    for (const by of [w.cora, w.vic, w.ian]) await expect(move(by, theCase, 'just-a-comment')).rejects.toThrow();
    expect((await fresh(theCase)).answeredAt).not.toBeNull();
  });

  it('CASE-11 · is listed as Answered, and can be filtered by that', async () => {
    const theCase = await anAnsweredCase();
    const waiting = await aCase(w);
    await propose(w.ava, waiting);
    const found = async (solution: string) =>
      (await listTasks(w.ava, listOf('case', { solution: [solution] }))).rows.map(({ number, answered }) => [
        number,
        answered,
      ]);
    expect(await found('answered')).toContainEqual([theCase.number, true]);
    expect(await found('waiting')).toContainEqual([waiting.number, false]);
    expect(await found('waiting')).not.toContainEqual([theCase.number, true]);
    await move(w.ava, theCase, 'record-acceptance');
    expect(await found('answered')).not.toContainEqual([theCase.number, true]);
  });
});

describe('a solution that was rejected', () => {
  it.each([
    ['by the customer', (number: string) => moveCase(w.cora, { number, verb: 'reject-solution', comment: 'No.' })],
    ['by an agent', (number: string) => move(w.ava, { number }, 'record-rejection')],
  ])('CASE-11, CASE-7 · %s is neither offered nor proposed again unchanged', async (_who, reject) => {
    const { theCase, incident } = await aCaseWithIncident(w);
    await change(w.ian, incident, {
      state: 'resolved',
      resolutionCode: 'solution_provided',
      resolutionNotes: 'Restarted.',
    });
    const values = { resolutionCode: 'fixed_by_incident', resolutionNotes: 'Restarted.' };
    expect(await proposalsOf(theCase)).toBe(1);
    await propose(w.ava, theCase, values);
    await reject(theCase.number);
    expect(await proposalsOf(theCase)).toBe(0);
    const refused = { rule: 'CASE-11', field: 'resolutionNotes' };
    await expect(propose(w.ava, theCase, { ...values, resolutionNotes: ' restarted. ' })).rejects.toMatchObject(
      refused,
    );
    await propose(w.ava, theCase, { ...values, resolutionNotes: 'Restarted, with new drivers.' });
    expect((await fresh(theCase)).state).toBe('resolved');
    // Code and cause belong to the solution: with a different one it is a new solution.
    await reject(theCase.number);
    await propose(w.ava, theCase, { ...values, resolutionCode: 'fixed_by_support' });
    await reject(theCase.number);
    expect(await proposalsOf(theCase)).toBe(0);
    await change(w.ava, theCase, { cause: 'A driver' });
    expect(await proposalsOf(theCase)).toBe(1);
    await propose(w.ava, theCase, values);
    expect((await fresh(theCase)).state).toBe('resolved');
    await reject(theCase.number);
    expect(await proposalsOf(theCase)).toBe(0);
  });

  it('CASE-2 · in Propose solution the notes are copied to the customer unless the option is cleared', async () => {
    const theCase = await aCase(w);
    const fields = async () =>
      (await page(w.ava, theCase))?.verbs.find(({ name }) => name === 'propose-solution')?.fields;
    expect(await fields()).toContainEqual({ name: 'addResolutionNotesToComments', value: true, required: false });
    await propose(w.ava, theCase);
    expect(await commentsOf(theCase)).toEqual([]);
    await moveCase(w.cora, { number: theCase.number, verb: 'reject-solution', comment: 'No.' });
    expect(await fields()).toContainEqual({ name: 'addResolutionNotesToComments', value: true, required: false });
  });
});
