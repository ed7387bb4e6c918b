import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startRun } from '#lib/customer-messages/commands/start-run.ts';
import { messageRuns } from '#lib/customer-messages/run/message-runs.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { noteVisit } from '#lib/inbox/visit.ts';
import type { Case } from '#lib/kinds/case/definition.ts';
import type { Incident } from '#lib/kinds/incident/definition.ts';
import { type Person, system } from '#lib/platform/actor.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { associate } from '#lib/related/commands/associate.ts';
import { processRuns } from '#lib/run/commands/process-runs.ts';
import { aProblem } from '#lib/testing/itsm.ts';
import {
  aCase,
  anIncident,
  anotherCaseOf,
  commentsOf,
  holderOf,
  notesOf,
  setProperty,
  world,
} from '#lib/testing/world.ts';
import { answerReplies } from './answer-replies.ts';
import { markReplies } from './commands/mark-replies.ts';
import type { ReplyFilter } from './filters.ts';
import { repliesPage } from './queries/replies-page.ts';
import { repliesSource } from './queries/replies-source.ts';
import { replyCounts } from './queries/reply-counts.ts';
import { answeredMessage } from './rules/answered-message.ts';

const w = await world();
let incident: Incident;
let ofCora: Case;
let ofFiona: Case;
let ofJane: Case;

const began = Date.parse('2026-11-20T10:00:00Z');
const minute = (n: number) => new Date(began + n * 60_000);

const say = (by: Person, { number }: Case, text: string, n: number) =>
  at(minute(n), () => addEntry(by, { kind: 'case', number, type: 'comment', text }));

/** A user of network operations who also works on customers' cases. */
let nia: Person;

beforeAll(async () => {
  nia = await holderOf('Nia Night', [
    'sn_ind_tsm_core.noc_agent',
    'sn_customerservice_agent',
    'sn_customerservice.consumer_agent',
  ]);
});

beforeEach(() =>
  at(minute(-10), async () => {
    incident = await anIncident(w);
    ofCora = await anotherCaseOf(w, incident);
    ofFiona = await anotherCaseOf(w, incident, { contactId: w.fiona.id });
    ofJane = await anotherCaseOf(w, incident, { consumerId: w.jane.id });
  }),
);

type Of = { kind: NotifySource; number: string };
const ofIncident = (): Of => ({ kind: 'incident', number: incident.number });

async function queue(actor: Person, filter: ReplyFilter = 'all', of: Of = ofIncident()) {
  const source = await repliesSource(actor, of);
  const { rows } = await repliesPage(actor, source, { filter, after: null });
  return { rows, counts: await replyCounts(actor, source) };
}

const texts = (rows: readonly { text: { html: string } }[]) =>
  rows.map(({ text }) => text.html.replaceAll(/<[^>]+>|\n/g, ''));

describe('the queue of replies', () => {
  it('NOT-8, NOT-4 · has the customers’ comments in all cases of the record, unanswered ones first, the oldest on top', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.ava, ofCora, 'Since nine.', 2);
    await say(w.jane, ofJane, 'Mine, too.', 4);
    await say(w.fiona, ofFiona, 'It is back.', 3);
    const { rows, counts } = await queue(w.noa);
    expect(texts(rows)).toEqual(['It is back.', 'Mine, too.', 'Since when?']);
    expect(rows.map(({ by, account, caseNumber, answered }) => [by, account, caseNumber, answered])).toEqual([
      ['Fiona Funco', 'Funco', ofFiona.number, false],
      ['Jane Doe', '', ofJane.number, false],
      ['Cora Customer', 'Boxeo', ofCora.number, true],
    ]);
    expect(counts).toEqual({ all: 3, unread: 3, unanswered: 2 });
    expect(texts((await queue(w.noa, 'unanswered')).rows)).toEqual(['It is back.', 'Mine, too.']);
    await say(w.cora, ofCora, 'And until when?', 5);
    expect((await queue(w.noa)).counts).toEqual({ all: 4, unread: 4, unanswered: 3 });
  });

  it('NOT-4, SYNC-CASE-1 · a customer’s reply to a message is in the case, in the queue and in the incident', async () => {
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'true');
    await startRun(w.noa, { ...ofIncident(), text: 'We are on it.' });
    await processRuns(system, messageRuns);
    await addEntry(w.cora, { kind: 'case', number: ofCora.number, type: 'comment', text: 'Until when?' });
    await setProperty('proactive_workflows_for_providers.additional_comments_sync', 'false');
    expect(await commentsOf(ofCora)).toEqual(['We are on it.', 'Until when?']);
    expect(await commentsOf(ofFiona)).toEqual(['We are on it.']);
    expect((await commentsOf(incident)).at(-1)).toBe(`Cora Customer (Boxeo) on ${ofCora.number}: Until when?`);
    const { rows, counts } = await queue(w.noa);
    expect(texts(rows)).toEqual(['Until when?']);
    expect(counts.unanswered).toBe(1);
  });

  it('NOT-8 · a message to many answers no reply; an answer in the case does', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await at(minute(2), () => startRun(w.noa, { ...ofIncident(), text: 'We are on it.' }));
    await at(minute(3), () => processRuns(system, messageRuns));
    expect(await commentsOf(ofCora)).toEqual(['Since when?', 'We are on it.']);
    const broadcast = await queue(w.noa);
    expect(broadcast.rows.map(({ answered, unread }) => [answered, unread])).toEqual([[false, true]]);
    expect(broadcast.counts).toEqual({ all: 1, unread: 1, unanswered: 1 });
    await say(w.ava, ofCora, 'Since nine.', 4);
    expect((await queue(w.noa)).counts).toMatchObject({ unread: 1, unanswered: 0 });
  });

  it('NOT-8 · an entry copied by a rule answers no reply', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.ava, ofFiona, 'Since nine.', 2);
    const { id, causeId } = await db().journalEntry.findFirstOrThrow({
      where: { taskId: ofFiona.id, type: 'comment' },
    });
    const copy = { sourceTaskId: ofFiona.id, sourceEntryId: id, lines: [{ rule: 'SYNC-MAJ-1', line: 'Since nine.' }] };
    await db().journalEntry.create({
      data: {
        ...copy,
        taskId: ofCora.id,
        type: 'comment',
        authorId: null,
        text: 'Since nine.',
        createdAt: minute(3),
        causeId,
      },
    });
    expect((await queue(w.noa)).counts.unanswered).toBe(1);
  });

  it('NOT-8 · an answer marks earlier replies as read; a later mark counts', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(nia, ofCora, 'Since nine.', 2);
    const { rows, counts } = await queue(nia);
    expect(rows.map(({ answered, unread }) => [answered, unread])).toEqual([[true, false]]);
    expect(counts).toEqual({ all: 1, unread: 0, unanswered: 0 });
    await at(minute(3), () => markReplies(nia, { ...ofIncident(), entryIds: [rows[0]?.id ?? ''], read: false }));
    expect((await queue(nia)).counts.unread).toBe(1);
  });

  it('NOT-8 · a reply of the same instant as the answer is answered', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.ava, ofCora, 'Since nine.', 1);
    expect((await queue(w.noa)).counts.unanswered).toBe(0);
  });

  it('NOT-8 · a reply in a closed case waits for no answer', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.fiona, ofFiona, 'Ours, too.', 2);
    await db().task.update({ where: { id: ofCora.id }, data: { state: 'closed', active: false } });
    const { rows, counts } = await queue(w.noa);
    expect(rows.map(({ caseNumber, answered, open }) => [caseNumber, answered, open])).toEqual([
      [ofFiona.number, false, true],
      [ofCora.number, false, false],
    ]);
    expect(counts).toEqual({ all: 2, unread: 2, unanswered: 1 });
    expect(texts((await queue(w.noa, 'unanswered')).rows)).toEqual(['Ours, too.']);
  });

  it('NOT-8 · an entry from before the link is no reply about the record', async () => {
    const theCase = await at(minute(0), () => aCase(w));
    await say(w.cora, theCase, 'About something else.', 1);
    const link = { caseNumber: theCase.number, link: 'incident', number: incident.number } as const;
    await at(minute(2), () => associate(w.ava, link));
    await say(w.cora, theCase, 'Since when?', 3);
    expect(texts((await queue(w.noa)).rows)).toEqual(['Since when?']);
    expect((await queue(w.noa)).counts.all).toBe(1);
  });

  it('NOT-8 · shown replies have their current status', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.fiona, ofFiona, 'Ours, too.', 2);
    const source = await repliesSource(w.noa, ofIncident());
    const [first] = (await queue(w.noa)).rows;
    await say(w.ava, ofCora, 'Since nine.', 3);
    const { rows } = await repliesPage(w.noa, source, { filter: 'all', after: null, only: [first?.id ?? ''] });
    expect(rows.map(({ caseNumber, answered }) => [caseNumber, answered])).toEqual([[ofCora.number, true]]);
  });

  it('NOT-8, MAIL-10 · each shows who would read an answer, and whether an email is queued, like the composer of its case', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    const audience = async (who: Person) => (await queue(who)).rows[0]?.audience;
    const mailed = 'Cora Customer will be emailed.';
    expect([await audience(nia), await audience(w.noa)]).toEqual([mailed, mailed]);
    await setProperty('notify.second_approval_above', '1');
    const confirmed = `${mailed} A second person must confirm it if it goes to more than 1.`;
    expect([await audience(nia), await audience(w.noa)]).toEqual([confirmed, confirmed]);
    await setProperty('notify.second_approval_above', '0');
    await db().user.update({ where: { id: w.cora.id }, data: { email: null } });
    expect(await audience(nia)).toBe('Cora Customer will see this. No email is sent: there is no email address.');
    expect(await audience(w.noa)).toBe('Cora Customer will see this. No email is sent: no email address.');
    await db().user.update({ where: { id: w.cora.id }, data: { email: 'cora.customer@example.test' } });
    await db().task.update({ where: { id: ofCora.id }, data: { contactId: null } });
    const nobody = 'Customers of Boxeo will see this. No one is emailed.';
    expect([await audience(nia), await audience(w.noa)]).toEqual([nobody, nobody]);
    await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: w.bea.id } });
    expect([await audience(nia), await audience(w.noa)]).toEqual([
      nobody,
      mailed.replace('Cora Customer', 'Bea Boxeo'),
    ]);
    await db().account.update({ where: { id: w.boxeo }, data: { primaryContactId: null } });
  });

  it.each([
    ['smtp', 'fail', true],
    ['smtp', 'none', true],
    ['imap', 'pass', false],
    ['mailbox', 'none', false],
  ] as const)(
    'NOT-8, MAIL-8 · a reply by mail (%s, %s) says so, and whether its sender is verified',
    async (source, verdict, isDoubtful) => {
      await say(w.cora, ofCora, 'By mail.', 1);
      await say(w.fiona, ofFiona, 'By the portal.', 2);
      const entry = await db().journalEntry.findFirstOrThrow({ where: { taskId: ofCora.id, type: 'comment' } });
      const mail = {
        messageId: `<${entry.id}@boxeo.example>`,
        receivedAt: minute(1),
        source,
        raw: Buffer.from('x'),
      } as const;
      await db().incomingMail.create({
        data: { ...mail, outcome: 'filed', verdict, entryId: entry.id, taskId: ofCora.id },
      });
      const { rows } = await queue(w.noa);
      expect(rows.map(({ byMail, doubtful }) => [byMail, doubtful])).toEqual([
        [true, isDoubtful],
        [false, false],
      ]);
    },
  );

  it('NOT-8 · read status is per user: by a mark, or by opening the case; it can be reset', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.fiona, ofFiona, 'Ours, too.', 2);
    const [first, second] = (await queue(w.noa)).rows.map(({ id }) => id);
    await markReplies(w.noa, { ...ofIncident(), entryIds: [first ?? ''], read: true });
    expect(texts((await queue(w.noa, 'unread')).rows)).toEqual(['Ours, too.']);
    expect((await queue(nia)).counts.unread).toBe(2);

    await at(minute(10), () => noteVisit(db(), w.noa, { taskId: ofFiona.id, leaving: false }));
    expect((await queue(w.noa)).counts.unread).toBe(0);
    await at(minute(11), () => markReplies(w.noa, { ...ofIncident(), entryIds: [second ?? ''], read: false }));
    expect(texts((await queue(w.noa, 'unread')).rows)).toEqual(['Ours, too.']);
    await at(minute(20), () => noteVisit(db(), w.noa, { taskId: ofFiona.id, leaving: false }));
    expect((await queue(w.noa)).counts.unread).toBe(0);
    await say(w.fiona, ofFiona, 'Once more.', 21);
    expect((await queue(w.noa)).counts.unread).toBe(1);
  });

  it('NOT-8, ACC-6 · marks only replies to the record', async () => {
    const elsewhere = await aCase(w);
    await say(w.cora, elsewhere, 'Elsewhere.', 1);
    await say(w.ava, ofCora, 'Of the staff.', 1);
    const entries = await db().journalEntry.findMany({ where: { taskId: { in: [elsewhere.id, ofCora.id] } } });
    await markReplies(w.noa, { ...ofIncident(), entryIds: entries.map(({ id }) => id), read: true });
    expect(await db().replyMark.count({ where: { entryId: { in: entries.map(({ id }) => id) } } })).toBe(0);
  });

  it('NOT-8 · problems, changes and major cases have one, too', async () => {
    const problem = await aProblem(w);
    const major = await aCase(w);
    await db().case.update({ where: { id: major.id }, data: { majorCaseState: 'accepted' } });
    await db().case.update({ where: { id: ofCora.id }, data: { problemId: problem.id, parentId: major.id } });
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.cora, major, 'To nobody.', 2);
    for (const of of [
      { kind: 'problem', number: problem.number },
      { kind: 'case', number: major.number },
    ] as const)
      expect(texts((await queue(w.noa, 'all', of)).rows)).toEqual(['Since when?']);
    const ofMajor = { kind: 'case', number: major.number } as const;
    expect(texts((await queue(w.mia, 'all', ofMajor)).rows)).toEqual(['Since when?']);
  });

  it('NOT-8 · is paged by fifty, each reply once, unanswered before answered', async () => {
    for (let n = 0; n < 60; n += 1) await say(w.cora, ofCora, `c${n}`, n);
    await say(w.ava, ofCora, 'Answered.', 60);
    for (let n = 0; n < 3; n += 1) await say(w.fiona, ofFiona, `f${n}`, n);
    const source = await repliesSource(w.noa, ofIncident());
    const first = await repliesPage(w.noa, source, { filter: 'all', after: null });
    const second = await repliesPage(w.noa, source, { filter: 'all', after: first.next });
    const newestFirst = Array.from({ length: 60 }, (_, n) => `c${59 - n}`);
    expect(texts([...first.rows, ...second.rows])).toEqual(['f0', 'f1', 'f2', ...newestFirst]);
    expect([first.rows.length, second.next]).toEqual([50, null]);
  });

  it('ACC-6, NOT-8 · is for users who may write to customers and see the record', async () => {
    for (const who of [w.ava, w.ian, w.rita, w.mia]) await expect(queue(who)).rejects.toMatchObject({ rule: 'ACC-6' });
    for (const who of [w.pat, w.cora, w.nils]) await expect(queue(who)).rejects.toMatchObject({ rule: 'REL-16' });
    expect((await queue(nia)).rows).toEqual([]);
  });
});

describe('answers', () => {
  const answer = (by: Person, text: string, cases: readonly Case[], callId?: string) =>
    answerReplies(by, { ...ofIncident(), text, caseNumbers: cases.map(({ number }) => number) }, callId);

  it('NOT-8 · users who may comment answer by comments with all their effects, once for repeated calls', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    await say(w.fiona, ofFiona, 'Ours, too.', 2);
    const answered = await answer(nia, '{{contact}}: since nine.', [ofCora, ofFiona], 'one call');
    await answer(nia, '{{contact}}: since nine.', [ofCora, ofFiona], 'one call');
    expect(answeredMessage(answered)).toBe('2 cases are answered');
    expect(await commentsOf(ofCora)).toEqual(['Since when?', 'Cora Customer: since nine.']);
    expect(await commentsOf(ofFiona)).toEqual(['Ours, too.', 'Fiona Funco: since nine.']);
    expect((await queue(nia)).counts).toMatchObject({ all: 2, unanswered: 0 });
    const mails = await db().mail.findMany({
      where: { taskId: ofCora.id, event: 'comment for the customer', recipientId: w.cora.id },
    });
    expect(mails).toHaveLength(1);
  });

  it('NOT-8, NOT-9 · network operations answer by a small message: one email each, and no rule copies it', async () => {
    await say(w.cora, ofCora, 'Since when?', 1);
    const others = await notesOf(ofFiona);
    const answered = await answer(w.noa, 'Since nine.', [ofCora], 'one call');
    await answer(w.noa, 'Since nine.', [ofCora], 'one call');
    expect(answeredMessage(answered)).toBe('1 case is being answered');
    expect((await queue(w.noa)).counts.unanswered).toBe(1);
    await processRuns(system, messageRuns);
    expect(await commentsOf(ofCora)).toEqual(['Since when?', 'Since nine.']);
    expect(await notesOf(ofFiona)).toEqual(others);
    expect(await commentsOf(ofFiona)).toEqual([]);
    const mails = await db().mail.findMany({ where: { taskId: ofCora.id, body: 'Since nine.' } });
    expect(mails.map(({ event, recipientId }) => [event, recipientId])).toEqual([['notification', w.cora.id]]);
    expect((await notesOf(incident)).at(-1)).toBe(`Answered Cora Customer (${ofCora.number}): Since nine.`);
    expect((await queue(w.noa)).counts.unanswered).toBe(0);
  });

  it('NOT-8, NOT-7 · an unconfirmed answer counts as no answer yet, and names its cases', async () => {
    for (const who of [w.noa, nia]) {
      await setProperty('notify.second_approval_above', '1');
      await say(w.cora, ofCora, 'Since when?', 1);
      await say(w.fiona, ofFiona, 'Ours, too.', 2);
      const answered = await answer(who, 'Since nine.', [ofCora, ofFiona]);
      await setProperty('notify.second_approval_above', '0');
      expect(answered).toMatchObject({ run: { state: 'waiting' }, waiting: [ofCora.number, ofFiona.number] });
      expect((await queue(who)).counts.unanswered).toBeGreaterThan(1);
      expect(await commentsOf(ofFiona)).not.toContain('Since nine.');
      await db().notifyRun.updateMany({ where: { state: 'waiting' }, data: { state: 'stopped' } });
    }
  });

  it('NOT-8, NOT-7 · only cases whose reply waits are answered, and only their people are counted', async () => {
    await setProperty('notify.second_approval_above', '1');
    for (const who of [w.noa, nia]) {
      await addEntry(w.cora, { kind: 'case', number: ofCora.number, type: 'comment', text: 'Since when?' });
      const answered = await answer(who, 'Since nine.', [ofCora, ofFiona, ofJane]);
      const because = 'No reply waits for an answer.';
      expect(answered.refused).toEqual([ofFiona, ofJane].map(({ number }) => ({ number, rule: 'NOT-8', because })));
      expect(answered.waiting).toEqual([]);
      // A user who may comment comments: two more cases without waiting replies don't turn it into a message to many.
      expect(answered.run?.state).toBe(who === nia ? undefined : 'running');
      await processRuns(system, messageRuns);
      expect([await commentsOf(ofFiona), await commentsOf(ofJane)]).toEqual([[], []]);
      expect((await commentsOf(ofCora)).at(-1)).toBe('Since nine.');
    }
    await setProperty('notify.second_approval_above', '0');
  });

  it('NOT-8, NOT-7 · the people of answered cases are counted, not the cases', async () => {
    const another = await at(minute(-10), () => anotherCaseOf(w, incident));
    await setProperty('notify.second_approval_above', '1');
    for (const theCase of [ofCora, another]) await say(w.cora, theCase, 'Since when?', 1);
    const answered = await answer(nia, 'Since nine.', [ofCora, another]);
    await setProperty('notify.second_approval_above', '0');
    expect([answered.run, await commentsOf(another)]).toEqual([null, ['Since when?', 'Since nine.']]);
  });

  it('NOT-8 · a closed case is skipped and named, the others are answered', async () => {
    await db().task.update({ where: { id: ofFiona.id }, data: { state: 'closed', active: false } });
    for (const who of [nia, w.noa]) {
      await addEntry(w.cora, { kind: 'case', number: ofCora.number, type: 'comment', text: 'Since when?' });
      const answered = await answer(who, 'Since nine.', [ofCora, ofFiona]);
      expect(answered.refused).toEqual([expect.objectContaining({ number: ofFiona.number, rule: 'REC-5' })]);
      expect(answeredMessage(answered)).toContain(`1 refused: The case is over. (${ofFiona.number})`);
    }
  });

  it('NOT-8, ACC-6 · only in cases of the record, with permission and a text', async () => {
    const elsewhere = await aCase(w);
    await expect(answer(w.noa, 'x', [elsewhere])).rejects.toMatchObject({ rule: 'REL-16' });
    await expect(answer(nia, ' ', [ofCora])).rejects.toMatchObject({ rule: 'NOT-1' });
    await expect(answer(nia, 'Dear {{name}}', [ofCora])).rejects.toMatchObject({ rule: 'NOT-1' });
    await expect(answer(w.ava, 'x', [ofCora])).rejects.toMatchObject({ rule: 'ACC-6' });
    await expect(answer(w.pat, 'x', [ofCora])).rejects.toMatchObject({ rule: 'REL-16' });
    expect(await commentsOf(ofCora)).toEqual([]);
  });
});

describe('ten thousand cases', () => {
  it('NOT-8 · a page and the counts of their replies load quickly', async () => {
    await db().$executeRaw`
      with made as (
        insert into tasks (kind, number, short_description, state, contact_id, account_id, opened_at, created_at, updated_at)
        select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Hit ' || n, 'open', ${w.cora.id}::uuid,
               ${w.boxeo}::uuid, now(), now(), now() from generate_series(1, 10000) n returning id),
      cased as (insert into cases (id, channel, incident_id) select id, 'web', ${incident.id}::uuid from made returning id),
      caused as (insert into causes (at, actor_id, task_id, command)
        select now(), ${w.cora.id}::uuid, ${ofCora.id}::uuid, 'test' returning id)
      insert into journal_entries (task_id, type, author_id, text, created_at, cause_id)
      select made.id, (case when n <= 5 then 'work_note' else 'comment' end)::journal_type,
        (case when n <= 6 then ${w.noa.id} else ${w.cora.id} end)::uuid, 'Entry ' || n,
        now() + n * interval '1 second', caused.id
      from made cross join generate_series(1, 8) n cross join caused`;
    await db().$executeRawUnsafe('analyze journal_entries, cases, tasks');
    const source = await repliesSource(w.noa, ofIncident());
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const start = performance.now();
      const [{ rows }, counts] = [
        await repliesPage(w.noa, source, { filter: 'unread', after: null }),
        await replyCounts(w.noa, source),
      ];
      times.push(performance.now() - start);
      expect([rows.length, counts.all]).toEqual([50, 20_000]);
    }
    expect(Math.min(...times)).toBeLessThan(1_500);
  });
});
