import { beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { aCase, anIncident, anotherCaseOf, notesOf, setProperty, world } from '#lib/testing/world.ts';
import { resumeRun } from './commands/resume-run.ts';
import { startRun } from './commands/start-run.ts';
import { stopRun } from './commands/stop-run.ts';
import { previewMessage } from './queries/preview.ts';
import { readRecipients } from './queries/recipients.ts';
import { runsOf } from './queries/runs-of.ts';
import { startedMessage } from './rules/started-message.ts';
import { messageRuns } from './run/message-runs.ts';

const w = await world();
let incident: Incident;
let whom: { kind: 'incident'; number: string };
let ofCora: Case;

beforeEach(async () => {
  await setProperty('notify.second_approval_above', '0');
  await setProperty('notify.quiet_minutes', '10');
  incident = await anIncident(w);
  whom = { kind: 'incident', number: incident.number };
  ofCora = await anotherCaseOf(w, incident);
});

const TEXT = 'We are on it.';
const watch = (theCase: Case, userId: string) =>
  db().taskWatcher.create({ data: { taskId: theCase.id, list: 'watch_list', userId } });
/** A case of an account without contacts. */
async function withoutContact(): Promise<Case> {
  const account = await db().account.create({
    data: { name: `Nobody of ${incident.number}`, number: incident.number },
  });
  const theCase = await anotherCaseOf(w, incident);
  await db().task.update({ where: { id: theCase.id }, data: { contactId: null, accountId: account.id } });
  return theCase;
}
const lastNote = async () => (await notesOf(incident)).at(-1);
const mailsOf = (runId: string) => db().mail.count({ where: { notifies: { runId } } });

describe('the numbers of a message', () => {
  it('NOT-1, NOT-2, NOT-6 · agree in the dialog, the answer to Submit, the work note and the emails', async () => {
    const second = await anotherCaseOf(w, incident);
    const alone = await withoutContact();
    // ACC-6: neither may see Cora's case.
    await watch(ofCora, w.nils.id);
    await watch(ofCora, w.fiona.id);
    await watch(ofCora, w.noa.id);
    const dialog = await readRecipients(w.noa, whom);
    expect(dialog).toMatchObject({ cases: 3, people: 1, leftOut: 3 });
    expect(dialog.shown.map(({ name, reason }) => [name, reason])).toEqual([
      [`Nobody of ${incident.number} (${alone.number})`, 'no contact to write to'],
      ['Fiona Funco', 'may not see the case'],
      ['Nils Nobody', 'may not see the case'],
      ['Cora Customer', ''],
    ]);
    const started = await startRun(w.noa, { ...whom, text: TEXT });
    expect(startedMessage(started)).toBe('The message to 1 person of 3 cases is being sent.');
    expect(startedMessage({ state: 'running', cases: 1, people: 0 })).toBe(
      'The message to 1 case is being sent. No one is emailed.',
    );
    await processRuns(system, messageRuns);
    expect(await mailsOf(started.runId)).toBe(1);
    const note = `Notified 1 customer (${ofCora.number}, ${second.number}; without an email: ${alone.number}): ${TEXT}`;
    expect(await lastNote()).toBe(note);
    const [run] = await runsOf(w.noa, whom);
    expect(run).toMatchObject({ people: { mailed: 1, skipped: 2 } });
    expect(run?.leftOut).toContainEqual({ reason: 'no contact to write to', count: 1, names: [alone.number] });
  });

  it('NOT-1, NOT-2 · of a case without recipients say that no customer was notified', async () => {
    const alone = await withoutContact();
    const { runId } = await startRun(w.noa, { ...whom, text: TEXT, caseNumbers: [alone.number] });
    await processRuns(system, messageRuns);
    expect(await mailsOf(runId)).toBe(0);
    expect(await lastNote()).toBe(`Notified 0 customers (without an email: ${alone.number}): ${TEXT}`);
  });

  it('NOT-1 · exclude the sender', async () => {
    await watch(ofCora, w.noa.id);
    expect((await readRecipients(w.noa, whom)).shown.map(({ name }) => name)).toEqual(['Cora Customer']);
    const { runId } = await startRun(w.noa, { ...whom, text: TEXT });
    expect(await db().notifyPerson.count({ where: { runId, userId: w.noa.id } })).toBe(0);
  });

  it('NOT-1, NOT-2 · change with customers who became unreachable before the emails were queued', async () => {
    const { runId } = await startRun(w.noa, { ...whom, text: TEXT });
    await db().user.update({ where: { id: w.cora.id }, data: { active: false } });
    await processRuns(system, messageRuns);
    await db().user.update({ where: { id: w.cora.id }, data: { active: true } });
    expect(await mailsOf(runId)).toBe(0);
    expect(await lastNote()).toBe(`Notified 0 customers (without an email: ${ofCora.number}): ${TEXT}`);
    const [run] = await runsOf(w.noa, whom);
    expect(run?.leftOut).toEqual([{ reason: 'no longer active', count: 1, names: ['Cora Customer'] }]);
  });

  it('NOT-7 · a second user confirms a message above the limit: the actual recipients count', async () => {
    await watch(ofCora, w.nils.id);
    await watch(ofCora, w.fiona.id);
    await setProperty('notify.second_approval_above', '1');
    expect((await readRecipients(w.noa, whom)).waits).toBe(false);
    expect((await startRun(w.noa, { ...whom, text: TEXT })).state).toBe('running');
    await anotherCaseOf(w, incident, { consumerId: w.jane.id });
    expect((await readRecipients(w.noa, whom)).waits).toBe(true);
    expect((await startRun(w.noa, { ...whom, text: TEXT })).state).toBe('waiting');
  });

  it('NOT-7 · count people, not cases: one person with many cases needs no confirmation, many people of one case do', async () => {
    await setProperty('notify.second_approval_above', '1');
    await anotherCaseOf(w, incident);
    expect(await readRecipients(w.noa, whom)).toMatchObject({ cases: 2, people: 1, waits: false });
    const ofOne = await startRun(w.noa, { ...whom, text: TEXT });
    expect(ofOne.state).toBe('running');
    await stopRun(w.noa, ofOne);
    await resumeRun(w.noa, ofOne);
    expect((await db().notifyRun.findUniqueOrThrow({ where: { id: ofOne.runId } })).state).toBe('running');
    const onlyOne = { ...whom, caseNumbers: [ofCora.number] };
    await watch(ofCora, w.bea.id);
    expect((await startRun(w.noa, { ...onlyOne, text: TEXT })).state).toBe('waiting');
  });

  it('NOT-1 · a filled-in value is not Markdown: it appears as written', async () => {
    await db().task.update({ where: { id: ofCora.id }, data: { shortDescription: '**All** _lines_' } });
    const { html } = await previewMessage(w.noa, { ...whom, text: '{{short_description}}', recipientId: w.cora.id });
    expect(html).toBe('<p>**All** _lines_</p>\n');
  });
});

describe('the preview', () => {
  it('NOT-1 · is offered for reachable recipients, however many are unreachable', async () => {
    await db().$executeRaw`
      with people as (insert into users (name, kind, audience)
        select 'A Person ' || n, 'consumer', 'external' from generate_series(1, 60) n returning id),
      consumers as (insert into consumers (id) select id from people returning id),
      made as (
        insert into tasks (kind, number, short_description, state, consumer_id, opened_at, created_at, updated_at)
        select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Hit', 'open', id, now(), now(), now() from consumers returning id)
      insert into cases (id, channel, incident_id) select id, 'web', ${incident.id}::uuid from made`;
    const recipients = await readRecipients(w.noa, whom);
    expect(recipients).toMatchObject({ people: 1, leftOut: 60 });
    expect(recipients.shown).toHaveLength(50);
    expect(recipients.reachable).toEqual([{ id: w.cora.id, name: 'Cora Customer' }]);
  });
});

describe('customers notified recently', () => {
  const notifiedRecently = async (of: { kind: 'incident' | 'case'; number: string }) =>
    (await readRecipients(w.noa, of)).notifiedRecently;
  const tell = async (of: { kind: 'incident' | 'case'; number: string }) => {
    const { runId } = await startRun(w.noa, { ...of, text: TEXT });
    await processRuns(system, messageRuns);
    return runId;
  };

  it('NOT-7 · is pointed out from the incident and from its major case, whichever it was', async () => {
    const major = await aCase(w);
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted', incidentId: incident.id } });
    await db().case.update({ where: { id: ofCora.id }, data: { parentId: major.id } });
    const ofMajor = { kind: 'case', number: major.number } as const;
    const runId = await tell(whom);
    expect([await notifiedRecently(whom), await notifiedRecently(ofMajor)]).toEqual([1, 1]);
    await db().notifyPerson.updateMany({ where: { runId }, data: { toldAt: new Date(0) } });
    expect([await notifiedRecently(whom), await notifiedRecently(ofMajor)]).toEqual([0, 0]);
    await tell(ofMajor);
    expect([await notifiedRecently(whom), await notifiedRecently(ofMajor)]).toEqual([1, 1]);
  });

  it('NOT-7 · exclude those who were notified about another incident', async () => {
    await tell(whom);
    const other = await anIncident(w);
    await anotherCaseOf(w, other);
    expect([await notifiedRecently(whom), await notifiedRecently({ kind: 'incident', number: other.number })]).toEqual([
      1, 0,
    ]);
  });

  it.each([
    { status: 'failed', lastError: '550 no such box', nextTryAt: null },
    { status: 'suppressed', reason: 'recipient may not see the record', nextTryAt: null },
  ] as const)('NOT-7 · is not who has no email of it: $status', async (data) => {
    const runId = await tell(whom);
    expect(await notifiedRecently(whom)).toBe(1);
    await db().mail.updateMany({ where: { notifies: { runId } }, data });
    expect(await notifiedRecently(whom)).toBe(0);
  });

  it('NOT-7, NOT-3 · is not whose email was stopped', async () => {
    const runId = await tell(whom);
    await stopRun(w.noa, { runId });
    expect(await notifiedRecently(whom)).toBe(0);
  });
});
