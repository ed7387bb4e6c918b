import { afterAll, beforeAll, expect, it } from 'vitest';
import { runsOf } from '#lib/customer-messages/queries/runs-of.ts';
import { failedJobs } from '#lib/jobs/queries/failed-jobs.ts';
import { CONNECTIONS } from '#lib/mail-out/transport.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { databaseUrl } from '#lib/platform/env.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { startSession } from '#lib/session/sessions.ts';
import { aGate, type Gate, LONG_TIMEOUT } from '#lib/testing/gate.ts';
import { countNotified, notifiedOnce } from '#lib/testing/notified.ts';
import { type Sink, smtpSink } from '#lib/testing/smtp-sink.ts';
import { wideOutage } from '#lib/testing/wide-outage.ts';
import { anIncident, world } from '#lib/testing/world.ts';
import { actionId, type ServerUnderTest, startServerUnderTest } from './server-under-test.ts';

/** More customers than one step of a run handles. */
const CUSTOMERS = 600;
const STEP = 500;
const WORDS = 'We know of it';

let server: ServerUnderTest;
let sink: Sink;
let gate: Gate;
let adam: Actor;
let noa: Actor;
let sid: string;
let source: { kind: 'incident'; number: string };
let sourceId: string;
/** The server is killed when the mail server has taken this many emails, before it learns that the last one was taken. */
let killedAfter = Number.NaN;

beforeAll(async () => {
  const w = await world();
  [adam, noa] = [w.adam, w.noa];
  gate = await aGate();
  const incident = await anIncident(w, { configurationItemId: await wideOutage(CUSTOMERS) });
  [sourceId, source] = [incident.id, { kind: 'incident', number: incident.number }];
  sid = await transaction((tx) => startSession(tx, w.noa.id));
  sink = await smtpSink({ onTaken: ({ length }) => void (length === killedAfter && server.kill()) });
  process.env.SMTP_URL = sink.url;
  server = await startServerUnderTest(databaseUrl());
}, 400_000);

afterAll(async () => {
  delete process.env.SMTP_URL;
  await server?.[Symbol.asyncDispose]();
  await sink?.close();
  await gate?.end();
});

/** Sends a form like a browser that retries without an answer: each time under the same name. */
async function send(name: string, input: object): Promise<string> {
  const { status, text } = await server.ask(`/workspace/incidents/${source.number}`, {
    method: 'POST',
    headers: {
      cookie: await server.cookieOf(sid),
      'content-type': 'text/plain;charset=UTF-8',
      'next-action': actionId(name),
    },
    body: JSON.stringify([{ ...source, ...input }, `form-of-${name}`]),
  });
  return status === 200 ? text : `${status}`;
}
const generate = () => send('generateCasesAction', { of: 'accounts' });
const submit = () => send('startRunAction', { text: `${WORDS}, {{contact}}: {{number}}` });

const shown = async () => (await runsOf(noa, source))[0];

/** Starts another server on the same database, as if the five minutes that protect the killed server's work had passed. */
async function startAnother(): Promise<void> {
  await db().$executeRaw`update mails set next_try_at = now() where status = 'queued'`;
  await db().$executeRaw`update graphile_worker._private_jobs set locked_at = locked_at - interval '5 minutes'`;
  server = await startServerUnderTest(databaseUrl());
}

/** Kills the server when its work reaches the gate. */
async function killAt(table: string, work: () => Promise<unknown>, ...where: string[]): Promise<void> {
  await gate.close();
  await gate.stopAt(table, ...where);
  const answer = work().catch(() => 'none');
  await gate.reached();
  await server.kill();
  await answer;
  await gate.openForTheDead();
  await gate.stopNowhere(table);
}

const made = async () => [
  await db().proactiveCase.count({ where: { sourceId } }),
  await db().case.count({ where: { incidentId: sourceId } }),
  await db().case.count({ where: { incidentId: sourceId, majorCaseState: 'accepted' } }),
];

it('Q-10, PRO-3 · killed while it makes the cases it has made none; sent again, there is one set of them', async () => {
  await killAt('proactive_cases', generate);
  expect(await made()).toEqual([0, 0, 0]);
  await startAnother();
  for (const _time of ['first', 'again']) expect(await generate()).toContain(`Generated ${CUSTOMERS} proactive cases`);
  expect(await made()).toEqual([CUSTOMERS, CUSTOMERS + 1, 1]);
});

it('Q-10, NOT-3 · killed while it takes the message down it has none of it', async () => {
  await killAt('notify_case_people', submit);
  expect(await db().notifyRun.count()).toBe(0);
  await startAnother();
});

it('Q-10, NOT-3 · sent again and killed while it notifies the cases, it has notified them step by step, and shows how many', async () => {
  const { caseId } = await db().proactiveCase.findFirstOrThrow({ orderBy: { caseId: 'desc' } });
  await killAt('notify_cases', submit, 'after update', `for each row when (new.case_id = '${caseId}')`);
  const told = await countNotified(sourceId, WORDS, sink.received);
  expect(told).toMatchObject({ cases: STEP, casesTwice: 0, notes: 0, mails: 0 });
  expect((await shown())?.cases).toEqual({ told: STEP, queued: CUSTOMERS - STEP, skipped: 0 });
});

it('Q-10, NOT-5, MAIL-12 · killed while a mail server accepts an email, each person has one email; those in progress were sent again with the same id', async () => {
  await gate.close();
  await gate.stopAt('notify_people', 'after update');
  await startAnother();
  await gate.reached();
  killedAfter = CUSTOMERS / 3;
  await gate.open();
  await expect.poll(() => sink.received.length).toBeGreaterThanOrEqual(killedAfter);
  await server.kill();
  await gate.openForTheDead();
  await gate.stopNowhere('notify_people');
  const { sent } = (await shown())?.mails ?? { sent: 0 };
  expect(sent).toBeLessThan(killedAfter);
  expect(sent).toBeGreaterThanOrEqual(sink.received.length - CONNECTIONS);

  await startAnother();
  expect(await submit()).toContain('is being sent');
  const ended = async () => [(await shown())?.state, (await shown())?.mails.sent];
  await expect.poll(ended, LONG_TIMEOUT).toEqual(['done', CUSTOMERS]);
  const { again, ...told } = await countNotified(sourceId, WORDS, sink.received);
  expect({ ...told, again: 0 }).toEqual(notifiedOnce(CUSTOMERS));
  expect(again).toBeGreaterThan(0);
  expect(again).toBeLessThanOrEqual(CONNECTIONS);
  expect(await made()).toEqual([CUSTOMERS, CUSTOMERS + 1, 1]);
  expect(await shown()).toMatchObject({
    cases: { queued: 0, told: CUSTOMERS, skipped: 0 },
    people: { queued: 0, mailed: CUSTOMERS, skipped: 0 },
    mails: { queued: 0, sent: CUSTOMERS, failed: 0, suppressed: 0 },
  });
  expect(await db().notifyRun.count()).toBe(1);
  expect(await failedJobs(adam)).toEqual([]);
});
