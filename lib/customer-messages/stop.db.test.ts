import { beforeEach, describe, expect, it } from 'vitest';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { claimDueMails, recordDeliveries } from '#lib/mail-out/due-mails.ts';
import { listMails } from '#lib/mail-out/queries/mail-log.ts';
import { MailLogQuery } from '#lib/mail-out/schema.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { system } from '#lib/platform/actor.ts';
import { at, now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { anIncident, anotherCaseOf, notesOf, setProperty, world } from '#lib/testing/world.ts';
import { confirmRun } from './commands/confirm-run.ts';
import { resumeRun } from './commands/resume-run.ts';
import { retryFailed } from './commands/retry-failed.ts';
import { startRun } from './commands/start-run.ts';
import { stopRun } from './commands/stop-run.ts';
import { runsOf } from './queries/runs-of.ts';
import { messageRuns } from './run/message-runs.ts';

const w = await world();
let incident: Incident;

beforeEach(async () => {
  await setProperty('notify.second_approval_above', '0');
  await processRuns(system, messageRuns);
  incident = await anIncident(w);
  await anotherCaseOf(w, incident);
  await anotherCaseOf(w, incident, { contactId: w.fiona.id });
  await anotherCaseOf(w, incident, { consumerId: w.jane.id });
  await db().$executeRaw`update mails set status = 'sent', next_try_at = null where status = 'queued'`;
});

const say = () => startRun(w.noa, { kind: 'incident', number: incident.number, text: 'We are on it.' });
const progress = async () => (await runsOf(w.noa, { kind: 'incident', number: incident.number }))[0];
const sentTo = async (runId: string) =>
  (await db().mail.findMany({ where: { notifies: { runId }, status: 'sent' } })).map(({ tries }) => tries);
const notes = async () => (await notesOf(incident)).filter((note) => note.startsWith('Notified'));

describe('Stop', () => {
  it('NOT-3 · withholds queued emails, even after all cases are notified; resuming sends them', async () => {
    const { runId } = await say();
    await processRuns(system, messageRuns);
    expect(await progress()).toMatchObject({ state: 'done', mails: { queued: 3, stopped: 0 }, may: { stop: true } });
    await stopRun(w.noa, { runId });
    expect(await sendDueMails()).toBe('0 mails sent');
    expect(await progress()).toMatchObject({
      state: 'stopped',
      finishedAt: null,
      people: { mailed: 3 },
      mails: { queued: 0, stopped: 3, sent: 0 },
      may: { stop: false, resume: true },
    });
    const query = MailLogQuery.parse({ status: 'queued', q: 'line is down' });
    const { mails } = await listMails(w.adam, query);
    expect(mails.map(({ reason }) => reason)).toEqual(Array(3).fill('its message was stopped'));
    expect(mails).toEqual(mails.map((mail) => ({ ...mail, nextTryAt: null })));

    await resumeRun(w.noa, { runId });
    await processRuns(system, messageRuns);
    expect(await sendDueMails()).toBe('3 mails sent');
    expect(await progress()).toMatchObject({ state: 'done', mails: { queued: 0, stopped: 0, sent: 3 } });
    await expect(stopRun(w.noa, { runId })).rejects.toMatchObject({ rule: 'NOT-3' });
    expect(await notes()).toHaveLength(1);
  });

  it('NOT-3, MAIL-12 · emails in progress are sent once; only the others wait and are resumed', async () => {
    const { runId } = await say();
    await processRuns(system, messageRuns);
    const inHand = await claimDueMails(now(), 1);
    await stopRun(w.noa, { runId });
    await recordDeliveries(
      inHand.map((mail) => ({ mail, delivery: { outcome: 'sent' } as const })),
      now(),
    );
    expect((await progress())?.mails).toMatchObject({ stopped: 2, sent: 1 });
    await resumeRun(w.noa, { runId });
    expect(await sendDueMails()).toBe('2 mails sent');
    expect(await sentTo(runId)).toEqual([1, 1, 1]);
  });

  it('NOT-3 · an email that failed in a process waits like the others, and is not sent again before resuming', async () => {
    const { runId } = await say();
    await processRuns(system, messageRuns);
    const inHand = await claimDueMails(now(), 1);
    await stopRun(w.noa, { runId });
    const failed = { outcome: 'failed', refused: true, unreachable: false, error: '550 no' } as const;
    await recordDeliveries(
      inHand.map((mail) => ({ mail, delivery: failed })),
      now(),
    );
    expect(await progress()).toMatchObject({ mails: { stopped: 2, failed: 1 }, may: { retry: false, resume: true } });
    await expect(retryFailed(w.noa, { runId })).rejects.toMatchObject({ rule: 'NOT-3' });
    await resumeRun(w.noa, { runId });
    expect(await retryFailed(w.noa, { runId })).toBe(1);
    expect(await sendDueMails()).toBe('3 mails sent');
  });

  it('NOT-3, NOT-2 · stopped midway: a note lists the notified customers; the others are notified after resuming, none twice', async () => {
    await db().$executeRaw`
      with made as (
        insert into tasks (kind, number, short_description, state, contact_id, account_id, opened_at, created_at, updated_at)
        select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Hit ' || n, 'open', ${w.cora.id}::uuid,
               ${w.boxeo}::uuid, now(), now(), now() from generate_series(1, 600) n returning id)
      insert into cases (id, channel, incident_id) select id, 'web', ${incident.id}::uuid from made`;
    const { runId } = await say();
    let steps = 0;
    const step: typeof messageRuns.step = async (context, run) => {
      const isLeft = await messageRuns.step(context, run);
      steps += 1;
      if (steps === 2) throw new Error('failed');
      return isLeft;
    };
    await processRuns(system, { ...messageRuns, step });
    await stopRun(w.noa, { runId });
    await processRuns(system, messageRuns);
    const [stopped] = await runsOf(w.noa, { kind: 'incident', number: incident.number });
    expect(stopped).toMatchObject({ state: 'stopped', cases: { told: 500, queued: 103 }, people: { queued: 3 } });
    const first = await notes();
    expect(first).toHaveLength(1);
    await resumeRun(w.noa, { runId });
    await processRuns(system, messageRuns);
    expect(await progress()).toMatchObject({ state: 'done', cases: { told: 603, queued: 0 }, people: { mailed: 3 } });
    expect(await sendDueMails()).toBe('3 mails sent');
    const [row] = await db().$queryRaw<{ comments: number }[]>`
      select count(*)::int as comments from journal_entries e join cases c on c.id = e.task_id
      where c.incident_id = ${incident.id}::uuid and e.type = 'comment' and e.text = 'We are on it.'`;
    expect(row?.comments).toBe(603);
    expect(await notes()).toHaveLength(2);
  });

  it('NOT-3, NOT-7 · withholds emails until a renewed confirmation, and records who gave it', async () => {
    const { runId } = await say();
    await processRuns(system, messageRuns);
    await stopRun(w.noa, { runId });
    await setProperty('notify.second_approval_above', '2');
    await resumeRun(w.noa, { runId });
    expect(await sendDueMails()).toBe('0 mails sent');
    expect(await progress()).toMatchObject({ state: 'waiting', mails: { stopped: 3 } });
    await confirmRun(w.adam, { runId });
    expect(await progress()).toMatchObject({ confirmedBy: 'Adam Admin' });
    expect(await sendDueMails()).toBe('3 mails sent');
    const { confirmedById } = await db().notifyRun.findUniqueOrThrow({ where: { id: runId } });
    expect(confirmedById).toBe(w.adam.id);
  });

  it('NOT-7, NOT-3 · a confirmed message needs no new confirmation when it is stopped and resumed', async () => {
    await setProperty('notify.second_approval_above', '2');
    const { runId } = await say();
    await confirmRun(w.adam, { runId });
    await stopRun(w.noa, { runId });
    await resumeRun(w.noa, { runId });
    expect(await progress()).toMatchObject({ state: 'running', confirmedBy: 'Adam Admin' });
  });
});

describe('A message that cannot be carried on', () => {
  const poisoned = async (work: () => Promise<void>) => {
    await db().$executeRaw`
      create function poison() returns trigger language plpgsql as $$ begin raise exception 'Poison'; end $$`;
    await db().$executeRaw`create trigger poison before insert on journal_entries for each row
      when (new.text = 'Poison') execute function poison()`;
    await work();
    await db().$executeRaw`drop function poison cascade`;
  };

  it('NOT-3 · lets later ones go first, is tried again later, and finally stops with the reason', async () => {
    const { runId } = await startRun(w.noa, { kind: 'incident', number: incident.number, text: 'Poison' });
    const bad = () => runsOf(w.noa, { kind: 'incident', number: incident.number }).then((runs) => runs.at(-1));
    const good = (await say()).runId;
    const stateOf = async (id: string) => (await db().notifyRun.findUniqueOrThrow({ where: { id } })).state;
    await poisoned(async () => {
      await processRuns(system, messageRuns);
      expect([await stateOf(runId), await stateOf(good)]).toEqual(['running', 'done']);
      expect((await bad())?.leftOut).toContainEqual({
        reason: 'not notified yet, it is tried again: an error on our side',
        count: 3,
        names: expect.any(Array),
      });
      const begun = Date.now();
      for (const minutes of [2, 10, 60])
        await at(new Date(begun + minutes * 60_000), () => processRuns(system, messageRuns));
      expect(await bad()).toMatchObject({
        state: 'stopped',
        may: { resume: true },
        leftOut: expect.arrayContaining([
          expect.objectContaining({ reason: 'not notified, as it could not continue: an error on our side' }),
        ]),
      });
    });
    await resumeRun(w.noa, { runId });
    await processRuns(system, messageRuns);
    expect(await bad()).toMatchObject({ state: 'done', cases: { told: 3 }, leftOut: [] });
  });
});
