import { beforeEach, describe, expect, it } from 'vitest';
import { timelineOf } from '#lib/journal/queries/timeline.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { system } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import {
  aCase,
  anIncident,
  anotherCaseOf,
  commentsOf,
  holderOf,
  makeMajor,
  notesOf,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import { confirmRun } from './commands/confirm-run.ts';
import { resumeRun } from './commands/resume-run.ts';
import { startRun } from './commands/start-run.ts';
import { stopRun } from './commands/stop-run.ts';
import { messageRuns } from './run/message-runs.ts';

const w = await world();
let incident: Incident;
/** The cases of Cora, Fiona and Jane. */
let [ofCora, ofFiona, ofJane]: Case[] = [];

beforeEach(async () => {
  await setProperty('notify.second_approval_above', '0');
  incident = await anIncident(w);
  ofCora = await anotherCaseOf(w, incident);
  ofFiona = await anotherCaseOf(w, incident, { contactId: w.fiona.id });
  ofJane = await anotherCaseOf(w, incident, { consumerId: w.jane.id });
});

const say = (text: string, caseNumbers?: string[]) =>
  startRun(w.noa, { kind: 'incident', number: incident.number, text, ...(caseNumbers ? { caseNumbers } : {}) });

const mailsOf = async (runId: string) => {
  const people = await db().notifyPerson.findMany({
    where: { runId },
    include: { mail: true, user: { select: { name: true } } },
    orderBy: { user: { name: 'asc' } },
  });
  return people.map(({ user, state, reason, mail }) => [user.name, state, mail?.body ?? reason]);
};

const last = <T>(values: readonly T[]) => values.at(-1);

describe('Notify Customers', () => {
  it('NOT-1, NOT-2, MAIL-10 · each case gets the message as a comment, its customer an email in their language, the incident one work note', async () => {
    await db().user.update({ where: { id: w.jane.id }, data: { language: 'ko' } });
    const { runId, ...started } = await say(
      'Dear {{contact}}, {{number}} of {{account}} is {{ state }}: {{short_description}}',
    );
    expect(started).toEqual({ state: 'running', cases: 3, people: 3, unreachable: 0, skipped: [] });
    await processRuns(system, messageRuns);
    await db().user.update({ where: { id: w.jane.id }, data: { language: 'en' } });
    const text = (who: string, theCase: Case | undefined, account: string, state = 'New') =>
      `Dear ${who}, ${theCase?.number} of ${account} is ${state}: The line is down`;
    expect(last(await commentsOf(ofCora as Case))).toBe(text('Cora Customer', ofCora, 'Boxeo'));
    // Jane reads the comment too.
    expect(last(await commentsOf(ofJane as Case))).toBe(text('Jane Doe', ofJane, '', '신규'));
    expect(await mailsOf(runId)).toEqual([
      ['Cora Customer', 'mailed', text('Cora Customer', ofCora, 'Boxeo')],
      ['Fiona Funco', 'mailed', text('Fiona Funco', ofFiona, 'Funco')],
      ['Jane Doe', 'mailed', text('Jane Doe', ofJane, '', '신규')],
    ]);
    const numbers = [ofCora, ofFiona, ofJane].map((each) => each?.number).join(', ');
    expect(last(await notesOf(incident))).toBe(
      `Notified 3 customers (${numbers}): Dear \\[their name\\], \\[case number\\] of \\[their account\\] is \\[case state\\]: \\[short description\\]`,
    );
    const entry = await db().journalEntry.findFirstOrThrow({ where: { taskId: ofCora?.id ?? '', type: 'comment' } });
    expect(entry).toMatchObject({ authorId: w.noa.id, lines: null });
    expect((await db().notifyRun.findUniqueOrThrow({ where: { id: runId } })).state).toBe('done');
  });

  it('NOT-9, SYNC-1 · triggers no rule and no ordinary email: other cases receive nothing', async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    const before = await Promise.all([ofFiona, ofJane].map((each) => notesOf(each as Case)));
    const { runId } = await say('We are on it.', [ofCora?.number ?? '']);
    await processRuns(system, messageRuns);
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'false');
    expect(await Promise.all([ofFiona, ofJane].map((each) => notesOf(each as Case)))).toEqual(before);
    expect(await commentsOf(ofFiona as Case)).toEqual([]);
    const mails = await db().mail.findMany({ where: { taskId: ofCora?.id ?? '' } });
    expect(mails.map(({ event, recipientId }) => [event, recipientId])).toEqual([['notification', w.cora.id]]);
    expect(await db().mail.count({ where: { taskId: incident.id, event: { not: 'created' } } })).toBe(0);
    expect(await mailsOf(runId)).toEqual([['Cora Customer', 'mailed', 'We are on it.']]);
  });

  it('NOT-2 · a closed case is skipped and named, even if it is closed during the run', async () => {
    await db().task.update({ where: { id: ofFiona?.id ?? '' }, data: { state: 'closed', active: false } });
    const { runId, skipped, cases } = await say('We are on it.');
    expect([skipped, cases]).toEqual([[ofFiona?.number], 2]);
    await db().task.update({ where: { id: ofJane?.id ?? '' }, data: { state: 'cancelled', active: false } });
    await processRuns(system, messageRuns);
    expect(await commentsOf(ofFiona as Case)).toEqual([]);
    expect(await commentsOf(ofJane as Case)).toEqual([]);
    expect(await mailsOf(runId)).toEqual([
      ['Cora Customer', 'mailed', 'We are on it.'],
      ['Jane Doe', 'skipped', 'the cases are over'],
    ]);
    expect(last(await notesOf(incident))).toBe(`Notified 1 customer (${ofCora?.number}): We are on it.`);
    await expect(say('Again.', [ofFiona?.number ?? ''])).rejects.toMatchObject({ rule: 'NOT-2' });
  });

  it('NOT-6 · a recipient with several cases gets one email that names them all; a reply belongs to the first', async () => {
    const second = await anotherCaseOf(w, incident);
    await db().taskWatcher.create({ data: { taskId: ofFiona?.id ?? '', list: 'watch_list', userId: w.cora.id } });
    await db().taskWatcher.create({ data: { taskId: ofFiona?.id ?? '', list: 'watch_list', userId: w.rita.id } });
    const { runId, people } = await say('{{number}} is hit.');
    expect(people).toBe(4);
    await processRuns(system, messageRuns);
    const mails = await db().mail.findMany({ where: { event: 'notification', notifies: { runId } } });
    const toCora = mails.filter(({ recipientId }) => recipientId === w.cora.id);
    expect(toCora).toHaveLength(1);
    expect(toCora[0]).toMatchObject({ taskId: ofCora?.id, body: `${ofCora?.number} is hit.` });
    const named = toCora[0]?.facts as { cases: { number: string }[] };
    expect(named.cases.map(({ number }) => number)).toEqual([ofCora?.number, second.number]);
    // ACC-6: Cora may not see Fiona's case, although she is on its watch list.
    expect(JSON.stringify(toCora)).not.toContain(ofFiona?.number);
    expect(mails.find(({ recipientId }) => recipientId === w.rita.id)).toMatchObject({ taskId: ofFiona?.id });
    expect(await commentsOf(second)).toEqual([`${second.number} is hit.`]);
  });

  it('NOT-1, MAIL-6 · an unreachable customer is left out with the reason; the case still gets the comment', async () => {
    await db().user.update({
      where: { id: w.jane.id },
      data: { unreachableSince: new Date(), unreachableReason: 'no such box' },
    });
    const { runId, unreachable } = await say('We are on it.');
    await db().user.update({ where: { id: w.jane.id }, data: { unreachableSince: null, unreachableReason: '' } });
    expect(unreachable).toBe(1);
    await processRuns(system, messageRuns);
    expect(await mailsOf(runId)).toContainEqual(['Jane Doe', 'skipped', 'cannot be reached: no such box']);
    expect(await commentsOf(ofJane as Case)).toEqual(['We are on it.']);
  });

  it('ACC-6, NOT-1 · a watcher who may no longer see the case receives nothing', async () => {
    await db().taskWatcher.create({ data: { taskId: ofCora?.id ?? '', list: 'watch_list', userId: w.nils.id } });
    const { runId } = await say('We are on it.', [ofCora?.number ?? '']);
    await processRuns(system, messageRuns);
    expect(await mailsOf(runId)).toContainEqual(['Nils Nobody', 'skipped', 'may not see the case']);
  });

  it('ACC-6, NOT-1 · a recipient who loses access between Submit and sending receives nothing', async () => {
    await db().taskWatcher.create({ data: { taskId: ofFiona?.id ?? '', list: 'watch_list', userId: w.rita.id } });
    const { runId } = await say('We are on it.', [ofFiona?.number ?? '']);
    const hers = await db().userRole.findMany({ where: { userId: w.rita.id } });
    await db().userRole.deleteMany({ where: { userId: w.rita.id } });
    await processRuns(system, messageRuns);
    await db().userRole.createMany({ data: hers });
    expect(await mailsOf(runId)).toContainEqual([w.rita.name, 'skipped', 'may not see the case']);
    expect(await db().mail.count({ where: { recipientId: w.rita.id, notifies: { runId } } })).toBe(0);
  });

  it('NOT-2 · the note counts customers; staff who watch a case are listed separately', async () => {
    await db().taskWatcher.create({ data: { taskId: ofCora?.id ?? '', list: 'watch_list', userId: w.ava.id } });
    await say('We are on it.', [ofCora?.number ?? '']);
    await processRuns(system, messageRuns);
    expect(last(await notesOf(incident))).toBe(
      `Notified 1 customer and 1 of the staff (${ofCora?.number}): We are on it.`,
    );
  });

  it('NOT-3 · can be stopped and resumed, and notifies no customer twice', async () => {
    const { runId } = await say('We are on it.');
    await expect(stopRun(w.pat, { runId })).rejects.toMatchObject({ rule: 'REL-16' });
    await stopRun(w.noa, { runId });
    await processRuns(system, messageRuns);
    expect(await commentsOf(ofCora as Case)).toEqual([]);
    await expect(stopRun(w.noa, { runId })).rejects.toMatchObject({ rule: 'NOT-3' });
    await resumeRun(w.noa, { runId });
    await expect(resumeRun(w.noa, { runId })).rejects.toMatchObject({ rule: 'NOT-3' });
    await Promise.all([
      processRuns(system, messageRuns),
      processRuns(system, messageRuns),
      processRuns(system, messageRuns),
    ]);
    await processRuns(system, messageRuns);
    for (const each of [ofCora, ofFiona, ofJane]) expect(await commentsOf(each as Case)).toEqual(['We are on it.']);
    expect(await db().mail.count({ where: { notifies: { runId } } })).toBe(3);
    expect((await notesOf(incident)).filter((note) => note.startsWith('Notified'))).toHaveLength(1);
  });

  it('NOT-7 · above the limit another user must confirm', async () => {
    await setProperty('notify.second_approval_above', '2');
    const { runId, state } = await say('We are on it.');
    expect(state).toBe('waiting');
    await processRuns(system, messageRuns);
    expect(await commentsOf(ofCora as Case)).toEqual([]);
    await expect(confirmRun(w.noa, { runId })).rejects.toMatchObject({
      because: 'Someone else has to confirm your message.',
    });
    await stopRun(w.noa, { runId });
    await resumeRun(w.noa, { runId });
    expect((await db().notifyRun.findUniqueOrThrow({ where: { id: runId } })).state).toBe('waiting');
    await confirmRun(w.adam, { runId });
    await expect(confirmRun(w.adam, { runId })).rejects.toMatchObject({ rule: 'NOT-7' });
    await processRuns(system, messageRuns);
    expect(await commentsOf(ofCora as Case)).toEqual(['We are on it.']);
    const self = { confirmedById: w.noa.id };
    await expect(db().notifyRun.update({ where: { id: runId }, data: self })).rejects.toThrow();
  });

  it('NOT-2 · the caller of the incident does not read whose cases got the message; staff with rights do', async () => {
    await db().incident.update({ where: { id: incident.id }, data: { callerId: w.nils.id } });
    const { runId } = await say('We are on it.');
    await processRuns(system, messageRuns);
    const { kind, number } = incident;
    const notesFor = async (reader: typeof w.nils) =>
      JSON.stringify(await timelineOf(reader, { kind, number, filter: 'work_note', cursor: null }));
    expect(await notesFor(w.noa)).toContain(`Notified 3 customers (${ofCora?.number}, `);
    const seen = await notesFor(w.nils);
    expect([ofCora, ofFiona, ofJane].filter((each) => seen.includes(each?.number ?? ''))).toEqual([]);
    const note = await db().journalEntry.findFirstOrThrow({
      where: { taskId: incident.id, text: { startsWith: 'Notified 3' } },
      include: { cause: true },
    });
    expect([note.cause.taskId, note.lines]).toEqual([incident.id, null]);
    expect(await mailsOf(runId)).toHaveLength(3);
  });

  it('NOT-9 · a major case is no recipient; its children are, and the note is written where it was sent from', async () => {
    const major = await aCase(w);
    await db().task.update({ where: { id: major.id }, data: { contactId: null, accountId: null } });
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted', incidentId: incident.id } });
    await db().case.update({ where: { id: ofCora?.id ?? '' }, data: { parentId: major.id } });
    expect((await say('From the incident.')).cases).toBe(3);
    const fromMajor = await startRun(w.mia, { kind: 'case', number: major.number, text: 'From the major case.' });
    expect(fromMajor.cases).toBe(1);
    await processRuns(system, messageRuns);
    expect(await commentsOf(major)).toEqual([]);
    expect(last(await notesOf(major))).toBe(`Notified 1 customer (${ofCora?.number}): From the major case.`);
    expect(await commentsOf(ofCora as Case)).toEqual(['From the incident.', 'From the major case.']);
  });

  it('NOT-1 · only cases of the record, and no unknown variable', async () => {
    const other = await aCase(w);
    await expect(say('We are on it.', [other.number])).rejects.toMatchObject({ rule: 'NOT-2' });
    for (const text of [
      '',
      ' \n',
      'Dear {{name}}',
      'Dear {{ contact',
      'Dear {{con\ntact}}',
      '{{number}}}}',
      'x'.repeat(8_001),
      '{{number}}'.repeat(51),
    ])
      await expect(say(text)).rejects.toMatchObject({ rule: 'NOT-1' });
  });

  it('ACC-6, NOT-1 · needs the role, and does not reveal the incident to users who cannot see it', async () => {
    const whom = { kind: 'incident', number: incident.number, text: 'x' } as const;
    await expect(startRun(w.ian, whom)).rejects.toMatchObject({ rule: 'ACC-6' });
    for (const who of [w.pat, w.ava === w.pat ? w.pat : w.cleo, w.cora])
      await expect(startRun(who, whom)).rejects.toMatchObject({ rule: 'REL-16' });
    const { runId } = await say('We are on it.');
    await expect(stopRun(w.ian, { runId })).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(stopRun(w.cora, { runId })).rejects.toMatchObject({ rule: 'REL-16' });
    await stopRun(w.noa, { runId });
  });

  it('ACC-6, NOT-1 · reaches the cases that its sender may see, and no others', async () => {
    const major = await aCase(w);
    await makeMajor(major, ofCora as Case, ofJane as Case);
    const whom = { kind: 'case', number: major.number, text: 'We look.' } as const;
    // A major issue manager alone does not see consumers' cases.
    const leader = await holderOf('Leo Leader', ['sn_majorissue_mgt.major_issue_manager']);
    const { runId, cases } = await startRun(leader, whom);
    expect(cases).toBe(1);
    expect((await db().notifyCase.findMany({ where: { runId } })).map(({ caseId }) => caseId)).toEqual([ofCora?.id]);
    expect((await startRun(w.mia, whom)).cases).toBe(2);
  });

  it('NOT-3, Q-10 · a notified case stays notified: the database refuses to queue or notify it again', async () => {
    const { runId } = await say('We are on it.');
    await processRuns(system, messageRuns);
    for (const state of ['queued', 'told'] as const)
      await expect(db().notifyCase.updateMany({ where: { runId }, data: { state } })).rejects.toThrow();
    await expect(
      db().notifyPerson.updateMany({ where: { runId }, data: { state: 'queued', mailId: null } }),
    ).rejects.toThrow();
    await expect(db().notifyRun.update({ where: { id: runId }, data: { text: 'Other words.' } })).rejects.toThrow();
  });

  it('NOT-3 · ten thousand cases: Submit returns at once, and each is notified once', async () => {
    await db().$executeRaw`
      with made as (
        insert into tasks (kind, number, short_description, state, contact_id, account_id, opened_at, created_at, updated_at)
        select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Hit ' || n, 'open', ${w.cora.id}::uuid,
               ${w.boxeo}::uuid, now(), now(), now() from generate_series(1, 10000) n returning id)
      insert into cases (id, channel, incident_id) select id, 'web', ${incident.id}::uuid from made`;
    const { runId, cases, people } = await say('{{number}} is hit.');
    expect([cases, people]).toEqual([10_003, 3]);
    await processRuns(system, messageRuns);
    const [row] = await db().$queryRaw<{ told: number; entries: number; distinct: number }[]>`
      select count(*)::int as told, (select count(*)::int from journal_entries e join cases c on c.id = e.task_id
        where c.incident_id = ${incident.id}::uuid and e.type = 'comment' and e.text = (select number from tasks t where t.id = c.id) || ' is hit.') as entries,
        count(distinct case_id)::int as distinct from notify_cases where run_id = ${runId}::uuid and state = 'told'`;
    expect(row).toEqual({ told: 10_003, entries: 10_003, distinct: 10_003 });
    expect(await db().mail.count({ where: { notifies: { runId } } })).toBe(3);
  });
});
