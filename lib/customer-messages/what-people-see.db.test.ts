import { beforeEach, describe, expect, it } from 'vitest';
import { saveRow } from '#lib/admin-table/commands/save-row.ts';
import { switchRow } from '#lib/admin-table/commands/switch-row.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { resendMail } from '#lib/mail-out/commands/resend-mail.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { signedIn } from '#lib/testing/signed-in.ts';
import { anIncident, anotherCaseOf, setProperty, world } from '#lib/testing/world.ts';
import { startRunAction } from './actions.ts';
import { retryFailed } from './commands/retry-failed.ts';
import { startRun } from './commands/start-run.ts';
import { previewMessage } from './queries/preview.ts';
import { readRecipients } from './queries/recipients.ts';
import { runsOf } from './queries/runs-of.ts';
import { messageRuns } from './run/message-runs.ts';

const w = await world();
let incident: Incident;
let whom: { kind: 'incident'; number: string };
/** The cases of Cora, Fiona and Jane. */
let [ofCora, ofFiona, ofJane]: Case[] = [];

beforeEach(async () => {
  await setProperty('notify.second_approval_above', '0');
  await setProperty('notify.quiet_minutes', '10');
  incident = await anIncident(w);
  whom = { kind: 'incident', number: incident.number };
  ofCora = await anotherCaseOf(w, incident);
  ofFiona = await anotherCaseOf(w, incident, { contactId: w.fiona.id });
  ofJane = await anotherCaseOf(w, incident, { consumerId: w.jane.id });
});

const number = (theCase: Case | undefined) => theCase?.number ?? '';
const names = async (...caseNumbers: string[]) => {
  const { shown } = await readRecipients(w.noa, { ...whom, ...(caseNumbers.length > 0 ? { caseNumbers } : {}) });
  return shown.map(({ name }) => name);
};

describe('the recipients', () => {
  it('NOT-1 · are the customers and the watch list, each once, with language and address', async () => {
    await anotherCaseOf(w, incident);
    await db().user.update({ where: { id: w.fiona.id }, data: { language: 'ko' } });
    await db().taskWatcher.create({ data: { taskId: ofFiona?.id ?? '', list: 'watch_list', userId: w.bea.id } });
    await db().taskWatcher.create({ data: { taskId: ofCora?.id ?? '', list: 'watch_list', userId: w.ava.id } });
    const recipients = await readRecipients(w.noa, whom);
    await db().user.update({ where: { id: w.fiona.id }, data: { language: 'en' } });
    expect(recipients).toMatchObject({ cases: 4, people: 4, leftOut: 1, overCount: 0, waits: false });
    expect(
      recipients.shown.map(({ name, cases, watches, language, reason }) => [name, cases, watches, language, reason]),
    ).toEqual([
      // ACC-6: Bea may not see Fiona's case.
      ['Bea Boxeo', 1, true, 'English', 'may not see the case'],
      ['Ava Agent', 1, true, 'English', ''],
      ['Cora Customer', 2, false, 'English', ''],
      ['Fiona Funco', 1, false, '한국어', ''],
      ['Jane Doe', 1, false, 'English', ''],
    ]);
    expect(recipients.shown[2]).toMatchObject({ address: 'cora.customer@example.test' });
    expect(await names(number(ofJane))).toEqual(['Jane Doe']);
  });

  it('NOT-1, MAIL-6, NOT-2 · unreachable recipients come first, with the reason; closed cases are named', async () => {
    const since = { unreachableSince: new Date(), unreachableReason: 'no such box' };
    await db().user.update({ where: { id: w.jane.id }, data: since });
    await db().task.update({ where: { id: ofFiona?.id ?? '' }, data: { state: 'closed', active: false } });
    const recipients = await readRecipients(w.noa, whom);
    await db().user.update({ where: { id: w.jane.id }, data: { unreachableSince: null, unreachableReason: '' } });
    expect(recipients).toMatchObject({ cases: 2, people: 1, leftOut: 1, over: [number(ofFiona)], overCount: 1 });
    expect(recipients.shown.map(({ name, reason }) => [name, reason])).toEqual([
      ['Jane Doe', 'cannot be reached: no such box'],
      ['Cora Customer', ''],
    ]);
  });

  it('NOT-7 · recently notified customers are marked, and that a second user must confirm', async () => {
    await startRun(w.noa, { ...whom, text: 'We are on it.', caseNumbers: [number(ofJane)] });
    await processRuns(system, messageRuns);
    await setProperty('notify.second_approval_above', '2');
    const recipients = await readRecipients(w.noa, whom);
    expect(recipients).toMatchObject({ notifiedRecently: 1, quietMinutes: 10, waits: true });
    expect(recipients.shown[0]).toMatchObject({ name: 'Jane Doe', toldAt: expect.any(String) });
    await setProperty('notify.quiet_minutes', '0');
    await setProperty('notify.second_approval_above', '3');
    expect(await readRecipients(w.noa, whom)).toMatchObject({ notifiedRecently: 0, waits: false });
    const other = await anIncident(w);
    await anotherCaseOf(w, other, { consumerId: w.jane.id });
    expect((await readRecipients(w.noa, { ...whom, number: other.number })).notifiedRecently).toBe(0);
  });

  it('NOT-1 · the first fifty of ten thousand, and how many there are', async () => {
    await db().$executeRaw`
      with people as (insert into users (name, email, kind, audience)
        select 'Person ' || n, lower(${incident.number}) || n || '@example.test', 'consumer', 'external' from generate_series(1, 10000) n returning id),
      consumers as (insert into consumers (id) select id from people returning id),
      made as (
        insert into tasks (kind, number, short_description, state, consumer_id, opened_at, created_at, updated_at)
        select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Hit', 'open', id, now(), now(), now() from consumers returning id)
      insert into cases (id, channel, incident_id) select id, 'web', ${incident.id}::uuid from made`;
    const many = await readRecipients(w.noa, whom);
    expect(many).toMatchObject({ cases: 10_003, people: 10_003 });
    expect(many.shown).toHaveLength(50);
  });
});

describe('message templates', () => {
  it('ADM-7, NOT-1 · are managed by administrators, fit into a message, and are offered while active', async () => {
    const template = { name: 'Outage', text: 'Dear {{contact}}', active: 'true' };
    const save = (by: typeof w.adam, values: typeof template, id?: string) =>
      saveRow(by, { table: 'message-template', id, values });
    await expect(save(w.adam, { ...template, text: 'Dear {{name}}' })).rejects.toMatchObject({
      rule: 'NOT-1',
      field: 'text',
    });
    await expect(save(w.noa, template)).rejects.toMatchObject({ rule: 'ACC-6' });
    const { id } = await save(w.adam, template);
    await expect(save(w.adam, template)).rejects.toMatchObject({ rule: 'REC-5', field: 'name' });
    const offered = async () => (await readRecipients(w.noa, whom)).templates;
    expect(await offered()).toEqual([{ id, name: 'Outage', text: 'Dear {{contact}}' }]);
    await switchRow(w.adam, { table: 'message-template', id, active: false });
    expect(await offered()).toEqual([]);
  });
});

describe('the preview', () => {
  it('NOT-1, NOT-6 · is the text for the chosen recipient: the first case fills it, the others are named', async () => {
    const second = await anotherCaseOf(w, incident);
    const text = 'Dear {{contact}}, **{{number}}** is {{state}}.';
    const preview = (recipientId: string) => previewMessage(w.noa, { ...whom, text, recipientId });
    expect(await preview(w.cora.id)).toEqual({
      number: number(ofCora),
      html: `<p>Dear Cora Customer, <strong>${number(ofCora)}</strong> is New.</p>\n`,
      others: [second.number],
    });
    await db().user.update({ where: { id: w.jane.id }, data: { language: 'ko' } });
    const inKorean = await preview(w.jane.id);
    await db().user.update({ where: { id: w.jane.id }, data: { language: 'en' } });
    expect(inKorean.html).toContain('신규');
    await expect(preview(w.bea.id)).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(
      previewMessage(w.noa, { ...whom, text: 'Dear {{name}}', recipientId: w.cora.id }),
    ).rejects.toMatchObject({ rule: 'NOT-1' });
  });
});

describe('the progress', () => {
  it('NOT-3, NOT-7 · shows how many cases and people are notified, who is left out and why, and the possible actions', async () => {
    const since = { unreachableSince: new Date(), unreachableReason: 'no such box' };
    await db().user.update({ where: { id: w.jane.id }, data: since });
    await setProperty('notify.second_approval_above', '1');
    await startRun(w.noa, { ...whom, text: 'We are on it.' });
    const [waiting] = await runsOf(w.noa, whom);
    expect(waiting).toMatchObject({ state: 'waiting', cases: { queued: 3 }, people: { queued: 2, skipped: 1 } });
    expect(waiting?.may).toEqual({ stop: true, resume: false, confirm: false, retry: false });
    expect((await runsOf(w.adam, whom))[0]?.may).toMatchObject({ confirm: true });
    await db().notifyRun.updateMany({ where: { sourceId: incident.id }, data: { state: 'running' } });
    await processRuns(system, messageRuns);
    await db().user.update({ where: { id: w.jane.id }, data: { unreachableSince: null, unreachableReason: '' } });
    const [done] = await runsOf(w.noa, whom);
    expect(done).toMatchObject({
      state: 'done',
      sender: 'Noa Noc',
      cases: { queued: 0, told: 3, skipped: 0 },
      people: { queued: 0, mailed: 2, skipped: 1 },
      mails: { queued: 2, stopped: 0, sent: 0, failed: 0, suppressed: 0 },
      leftOut: [{ reason: 'cannot be reached: no such box', count: 1, names: ['Jane Doe'] }],
    });
  });

  it('NOT-3 · failures are listed with the reason, and Retry failed queues just those again', async () => {
    const { runId } = await startRun(w.noa, { ...whom, text: 'We are on it.' });
    await processRuns(system, messageRuns);
    await expect(retryFailed(w.noa, { runId })).rejects.toMatchObject({ rule: 'NOT-3' });
    const of = (recipientId: string) => ({ recipientId, notifies: { runId } });
    const failed = { status: 'failed', lastError: '451 try later', nextTryAt: null, tries: 8 } as const;
    await db().mail.updateMany({ where: of(w.cora.id), data: failed });
    await db().mail.updateMany({ where: of(w.jane.id), data: { status: 'sent', sentAt: new Date(), nextTryAt: null } });
    expect((await runsOf(w.noa, whom))[0]).toMatchObject({
      mails: { queued: 1, sent: 1, failed: 1 },
      failed: [{ name: 'Cora Customer', address: 'cora.customer@example.test', error: '451 try later' }],
      may: { retry: true },
    });
    const before = await db().mail.findMany({ where: { notifies: { runId } }, select: { id: true, messageId: true } });
    expect(await retryFailed(w.noa, { runId })).toBe(1);
    const mails = await db().mail.findMany({ where: { notifies: { runId } } });
    expect(mails.find(({ recipientId }) => recipientId === w.cora.id)).toMatchObject({ status: 'queued', tries: 0 });
    expect(mails.find(({ recipientId }) => recipientId === w.jane.id)).toMatchObject({ status: 'sent' });
    expect(mails.map(({ id, messageId }) => ({ id, messageId }))).toEqual(expect.arrayContaining(before));
  });

  const failAll = (runId: string) =>
    db().mail.updateMany({
      where: { notifies: { runId } },
      data: { status: 'failed', lastError: '550 no such box', nextTryAt: null, tries: 1 },
    });
  const becomes = async (runId: string) => {
    const mails = await db().mail.findMany({
      where: { notifies: { runId } },
      include: { recipient: true },
      orderBy: { recipient: { name: 'asc' } },
    });
    return mails.map(({ recipient, status, address, reason }) => [recipient?.name, status, address, reason]);
  };

  it('NOT-3, ADM-9 · Retry failed uses the current address, and skips people who have left', async () => {
    const { runId } = await startRun(w.noa, { ...whom, text: 'We are on it.' });
    await processRuns(system, messageRuns);
    await failAll(runId);
    await db().user.update({ where: { id: w.cora.id }, data: { email: 'cora@new.example' } });
    await db().user.update({ where: { id: w.jane.id }, data: { active: false } });
    expect(await retryFailed(w.noa, { runId })).toBe(2);
    await db().user.update({ where: { id: w.cora.id }, data: { email: 'cora.customer@example.test' } });
    await db().user.update({ where: { id: w.jane.id }, data: { active: true } });
    expect((await becomes(runId)).map(([name, status, address]) => [name, status, address])).toEqual([
      ['Cora Customer', 'queued', 'cora@new.example'],
      ['Fiona Funco', 'queued', 'fiona.funco@example.test'],
      ['Jane Doe', 'suppressed', 'jane.doe@example.test'],
    ]);
  });

  it('NOT-3, ADM-9, NOT-1 · Retry failed and Resend use the primary contact of the account that owns the case', async () => {
    await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: w.bea.id } });
    await db().task.update({ where: { id: ofCora?.id ?? '' }, data: { contactId: null } });
    // ACC-6: Bea receives it only as the case's customer.
    const { runId } = await startRun(w.noa, { ...whom, text: 'We are on it.', caseNumbers: [number(ofCora)] });
    await processRuns(system, messageRuns);
    for (const again of [
      () => retryFailed(w.noa, { runId }),
      async () => resendMail(w.adam, await db().mail.findFirstOrThrow({ where: { notifies: { runId } } })),
    ]) {
      await failAll(runId);
      await db().userRole.deleteMany({ where: { userId: w.bea.id } });
      await again();
      expect(await becomes(runId)).toEqual([['Bea Boxeo', 'queued', 'bea.boxeo@example.test', '']]);
    }
    await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: null } });
  });

  it('NOT-3, ACC-6 · Retry failed skips watchers who may no longer see the case', async () => {
    await db().taskWatcher.create({ data: { taskId: ofCora?.id ?? '', list: 'watch_list', userId: w.rita.id } });
    const { runId } = await startRun(w.noa, { ...whom, text: 'We are on it.', caseNumbers: [number(ofCora)] });
    await processRuns(system, messageRuns);
    await failAll(runId);
    const roles = await db().userRole.findMany({ where: { userId: w.rita.id } });
    await db().userRole.deleteMany({ where: { userId: w.rita.id } });
    expect(await retryFailed(w.noa, { runId })).toBe(1);
    await db().userRole.createMany({ data: roles });
    expect((await becomes(runId)).map(([name, status, , reason]) => [name, status, reason])).toEqual([
      ['Cora Customer', 'queued', ''],
      ['Rita Reader', 'suppressed', 'recipient may not see the record'],
    ]);
  });

  it('ACC-6, REL-16 · requires the role, and does not reveal a hidden record', async () => {
    const preview = (by: typeof w.noa) => previewMessage(by, { ...whom, text: 'x', recipientId: w.cora.id });
    for (const ask of [readRecipients, runsOf, preview] as const) {
      await expect(ask(w.ian, whom)).rejects.toMatchObject({ rule: 'ACC-6' });
      for (const who of [w.pat, w.cleo, w.cora]) await expect(ask(who, whom)).rejects.toMatchObject({ rule: 'REL-16' });
    }
  });
});

describe('Submit', () => {
  it('NOT-5 · sent twice, or by fifty at once under one id, it is one message', async () => {
    signedIn.actor = w.noa;
    const callId = 'a'.repeat(32);
    const send = () => startRunAction({ ...whom, text: 'We are on it.' }, callId);
    const answers = await Promise.all(Array.from({ length: 50 }, send));
    answers.push(await send());
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(await db().notifyRun.count({ where: { sourceId: incident.id } })).toBe(1);
  });
});
