import { beforeEach, describe, expect, it } from 'vitest';
import { moveCase } from '#lib/case/commands/move-case.ts';
import { remindOfSolution } from '#lib/case/commands/remind-of-solution.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import {
  aCase,
  aCaseWithIncident,
  anIncident,
  change,
  commentsOf,
  fresh,
  notesOf,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import { runScheduledJob } from './run-scheduled-job.ts';
import { scheduledJobs } from './scheduled-jobs.ts';

const RESOLVED = new Date('2026-10-01T12:00:00Z');
const REMINDER = 'This case is pending solution acceptance. It will be auto closed if you do not take action.';
const solution = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Mended.' };

const days = (count: number) => new Date(RESOLVED.getTime() + count * 24 * 3_600_000);

async function run(name: string, time: Date): Promise<string> {
  const job = scheduledJobs[name];
  if (!job) throw new Error(`There is no job ${name}.`);
  return runScheduledJob(job, time);
}

/** The numbers of the records that a job would process. */
async function dueOf(name: string, time: Date): Promise<string[]> {
  const job = scheduledJobs[name];
  if (!job || !('due' in job)) throw new Error(`${name} does nothing one by one.`);
  const batches = await Array.fromAsync(job.due(time));
  return batches.flat().map((each) => ('number' in each ? each.number : 'id' in each ? each.id : each.address));
}

const w = await world();

async function aProposedCase(values = {}) {
  const theCase = await aCase(w, values);
  const input = { number: theCase.number, verb: 'propose-solution', values: solution } as const;
  await at(RESOLVED, () => moveCase(w.ava, input));
  return theCase;
}

async function aResolvedIncident() {
  const incident = await anIncident(w);
  await at(RESOLVED, () =>
    change(w.ian, incident, { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'x' }),
  );
  return incident;
}

beforeEach(async () => {
  await setProperty('case.autoclose.remind_days', '5');
  await setProperty('case.autoclose.days', '10');
  await setProperty('incident.autoclose.days', '7');
  await db().$executeRaw`update tasks set resolved_at = null where state = 'resolved'`;
});

describe('case-remind', () => {
  it('CASE-3 · after five days the customer is reminded once, by a comment and an email', async () => {
    const theCase = await aProposedCase();
    expect(await run('case-remind', days(4.99))).toBe('0 customers reminded');
    expect(await run('case-remind', days(5))).toBe('1 customers reminded');
    expect(await run('case-remind', days(6))).toBe('0 customers reminded');
    expect(await commentsOf(theCase)).toEqual([REMINDER]);
    const mails = await db().mail.findMany({ where: { taskId: theCase.id, body: REMINDER } });
    expect(mails.map(({ recipientId, status }) => [recipientId, status])).toEqual([[w.cora.id, 'queued']]);
    expect((await fresh(theCase)).state).toBe('resolved');
  });

  it('Q-16 · the reminder is written at the time that the job is run for', async () => {
    const theCase = await aProposedCase();
    await run('case-remind', days(5));
    const entry = await db().journalEntry.findFirstOrThrow({ where: { taskId: theCase.id, text: REMINDER } });
    expect(entry.createdAt).toEqual(days(5));
    expect(entry.authorId).toBeNull();
  });

  it('CASE-3 · a solution that was rejected and proposed again is reminded of again', async () => {
    const theCase = await aProposedCase();
    await run('case-remind', days(5));
    await moveCase(w.cora, { number: theCase.number, verb: 'reject-solution', comment: 'No.' });
    const values = { ...solution, resolutionNotes: 'Mended again.' };
    await at(days(6), () => moveCase(w.ava, { number: theCase.number, verb: 'propose-solution', values }));
    expect(await run('case-remind', days(10))).toBe('0 customers reminded');
    expect(await run('case-remind', days(11))).toBe('1 customers reminded');
  });

  it('CASE-3 · two runs at once remind once', async () => {
    const theCase = await aProposedCase();
    await Promise.all([1, 2, 3, 4].map(() => run('case-remind', days(5))));
    expect(await commentsOf(theCase)).toEqual([REMINDER]);
  });

  it('CASE-3, CASE-9 · a case without a reachable customer is not due', async () => {
    const [ofAccount, major, ofCora] = [await aProposedCase(), await aProposedCase(), await aProposedCase()];
    await db().task.update({ where: { id: ofAccount.id }, data: { contactId: null, accountId: w.boxeo } });
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted' } });
    expect(await dueOf('case-remind', days(5))).toEqual([ofCora.number]);
    expect(await dueOf('case-autoclose', days(10))).toEqual([ofAccount.number, ofCora.number].toSorted());
  });

  it('CASE-3 · 0 days: no reminder', async () => {
    await aProposedCase();
    await setProperty('case.autoclose.remind_days', '0');
    expect(await run('case-remind', days(500))).toBe('0 customers reminded');
  });

  it('ACC-6 · no user can call the actions of scheduled jobs', async () => {
    const theCase = await aProposedCase();
    await expect(at(days(6), () => remindOfSolution(w.mia, { number: theCase.number }))).rejects.toThrow('ACC-6');
  });
});

describe('case-autoclose', () => {
  it('CASE-3 · after ten days the case closes with a comment', async () => {
    const theCase = await aProposedCase();
    expect(await run('case-autoclose', days(9.99))).toBe('0 cases closed');
    expect(await run('case-autoclose', days(10))).toBe('1 cases closed');
    expect(await run('case-autoclose', days(11))).toBe('0 cases closed');
    expect(await commentsOf(theCase)).toEqual(['This case was auto closed.']);
    expect(await fresh(theCase)).toMatchObject({
      state: 'closed',
      active: false,
      closedAt: days(10),
      closedById: null,
    });
  });

  it('CASE-3 · 0 days: no case closes', async () => {
    await aProposedCase();
    await setProperty('case.autoclose.days', '0');
    expect(await run('case-autoclose', days(500))).toBe('0 cases closed');
  });

  it('CASE-3 · two runs at once close once', async () => {
    const theCase = await aProposedCase();
    await Promise.all([1, 2, 3, 4].map(() => run('case-autoclose', days(10))));
    expect(await commentsOf(theCase)).toEqual(['This case was auto closed.']);
  });

  it('CASE-9 · a major case is closed by its manager, not by the clock', async () => {
    const theCase = await aProposedCase();
    await db().case.update({ where: { id: theCase.id }, data: { majorCaseState: 'accepted' } });
    expect(await run('case-autoclose', days(10))).toBe('0 cases closed');
    expect(await run('case-remind', days(10))).toBe('0 customers reminded');
  });

  it('CASE-3 · a case that is being replayed is left alone until the replay is finished', async () => {
    const theCase = await aProposedCase();
    await db().task.update({ where: { id: theCase.id }, data: { correlationId: 'LOG1' } });
    await db().replayProgress.create({ data: { number: 'LOG1', ordinal: 3 } });
    expect(await run('case-autoclose', days(10))).toBe('0 cases closed');
    await db().replayProgress.update({ where: { number: 'LOG1' }, data: { finished: true } });
    expect(await run('case-autoclose', days(10))).toBe('1 cases closed');
  });
});

describe('incident-autoclose', () => {
  it('INC-5 · a resolved incident closes after seven days, and its cases are updated', async () => {
    const { theCase, incident } = await aCaseWithIncident(w);
    const resolution = { state: 'resolved', resolutionCode: 'duplicate', resolutionNotes: 'See the other one.' };
    await at(RESOLVED, () => change(w.ian, incident, resolution));
    expect(await run('incident-autoclose', days(6.99))).toBe('0 incidents closed');
    expect(await run('incident-autoclose', days(7))).toBe('1 incidents closed');
    expect(await run('incident-autoclose', days(8))).toBe('0 incidents closed');
    expect(await fresh(incident)).toMatchObject({ state: 'closed', closedAt: days(7), closedById: null });
    expect((await notesOf(theCase)).filter((text) => text.includes('from Resolved to Closed.'))).toHaveLength(1);
  });

  it('INC-5 · 0 days: no incident closes', async () => {
    await aResolvedIncident();
    await setProperty('incident.autoclose.days', '0');
    expect(await run('incident-autoclose', days(500))).toBe('0 incidents closed');
  });

  it('INC-5 · more than one batch is worked off', async () => {
    await db().$executeRaw`
      with t as (
        insert into tasks (kind, number, short_description, state, opened_at, resolved_at, created_at, updated_at)
        select 'incident', 'INC00990' || lpad(n::text, 3, '0'), 'x', 'resolved', ${RESOLVED}, ${RESOLVED}, ${RESOLVED}, ${RESOLVED}
        from generate_series(1, 205) n returning id)
      insert into incidents (id, resolution_code, resolution_notes) select id, 'duplicate', 'x' from t`;
    expect(await run('incident-autoclose', days(7))).toBe('205 incidents closed');
  });

  it('INC-5 · an incident that cannot be closed leaves the others alone', async () => {
    const [broken, sound] = [await aResolvedIncident(), await aResolvedIncident()];
    await db().incident.update({ where: { id: broken.id }, data: { resolutionNotes: '' } });
    expect(await run('incident-autoclose', days(7))).toBe('1 incidents closed');
    expect((await fresh(sound)).state).toBe('closed');
  });
});
