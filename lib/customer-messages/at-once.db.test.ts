import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { type Actor, system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { signedInAs } from '#lib/testing/signed-in.ts';
import { anIncident, anotherCaseOf, commentsOf, holderOf, notesOf, setProperty, world } from '#lib/testing/world.ts';
import { startRunAction } from './actions.ts';
import { confirmRun } from './commands/confirm-run.ts';
import { messageRuns } from './run/message-runs.ts';

const TIMES = 50;
const TEXT = 'We are on it.';

const w = await world();
let nocAgents: Actor[];
let incident: Incident;
let cases: Case[];
let forms = 0;

beforeAll(async () => {
  nocAgents = await Promise.all(
    Array.from({ length: 10 }, (_, n) => holderOf(`Noc ${n}`, ['sn_ind_tsm_core.noc_agent'])),
  );
});

beforeEach(async () => {
  await setProperty('notify.second_approval_above', '0');
  incident = await anIncident(w);
  cases = [
    await anotherCaseOf(w, incident),
    await anotherCaseOf(w, incident, { contactId: w.fiona.id }),
    await anotherCaseOf(w, incident, { consumerId: w.jane.id }),
  ];
});

const aForm = () => `form-of-notify-${++forms}`;

const submit = (actor: Actor, form: string) =>
  signedInAs(actor, () => startRunAction({ kind: 'incident', number: incident.number, text: TEXT }, form));

/** Runs the incident's messages to their end in several concurrent processes. */
async function sentCounts() {
  await Promise.all(Array.from({ length: 4 }, () => processRuns(system, messageRuns)));
  await processRuns(system, messageRuns);
  const runs = await db().notifyRun.findMany({ where: { sourceId: incident.id } });
  const mails = await db().mail.groupBy({
    by: ['recipientId'],
    where: { notifies: { runId: { in: runs.map(({ id }) => id) } } },
    _count: true,
  });
  const comments = await Promise.all(cases.map(commentsOf));
  return {
    states: [...new Set(runs.map(({ state }) => state))],
    runs: runs.length,
    comments: comments.map((texts) => texts.filter((text) => text === TEXT).length),
    mails: mails.map(({ _count }) => _count),
    notes: (await notesOf(incident)).filter((note) => note.startsWith('Notified 3 customers')).length,
  };
}

const asOften = (times: number) => ({
  states: ['done'],
  runs: times,
  comments: [times, times, times],
  mails: [times, times, times],
  notes: times,
});

describe('fifty concurrent requests', () => {
  it('NOT-5, Q-12 · one form creates one message, and every request gets its result', async () => {
    const form = aForm();
    const answers = await Promise.all(Array.from({ length: TIMES }, () => submit(w.noa, form)));
    const message = 'The message to 3 people of 3 cases is being sent.';
    expect(answers).toEqual(Array(TIMES).fill({ ok: true, message }));
    expect(await sentCounts()).toEqual(asOften(1));
  });

  it('NOT-3, NOT-5 · fifty forms with the same text create fifty messages, each complete and sent once', async () => {
    const answers = await Promise.all(Array.from({ length: TIMES }, () => submit(w.noa, aForm())));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(TIMES);
    expect(await sentCounts()).toEqual(asOften(TIMES));
  });

  it('NOT-5, REC-5 · the same form id from ten users creates ten messages, each sent once', async () => {
    const form = aForm();
    const all = Array.from({ length: TIMES }, (_, n) => nocAgents[n % nocAgents.length] as Actor);
    const answers = await Promise.all(all.map((actor) => submit(actor, form)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(TIMES);
    expect(await sentCounts()).toEqual(asOften(nocAgents.length));
    const senders = await db().notifyRun.findMany({ where: { sourceId: incident.id }, distinct: ['senderId'] });
    expect(senders).toHaveLength(nocAgents.length);
  });

  it('NOT-7, Q-12 · ten users’ confirmations start the message once', async () => {
    await setProperty('notify.second_approval_above', '2');
    await submit(w.noa, aForm());
    const { id: runId } = await db().notifyRun.findFirstOrThrow({ where: { sourceId: incident.id } });
    const all = Array.from({ length: TIMES }, (_, n) => nocAgents[n % nocAgents.length] as Actor);
    const outcomes = await Promise.allSettled(all.map((actor) => confirmRun(actor, { runId })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason.rule] : []));
    expect(refusals).toEqual(Array(TIMES - 1).fill('NOT-7'));
    expect(await sentCounts()).toEqual(asOften(1));
  });
});
