import { runOnce } from 'graphile-worker';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { workerOptions } from '#lib/jobs/worker.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { type Sink, type SinkBehavior, smtpSink } from '#lib/testing/smtp-sink.ts';
import { aCase, anIncident, world } from '#lib/testing/world.ts';
import { claimDueMails, recordDeliveries } from './due-mails.ts';
import { sendAllDue } from './send-all-due.ts';
import { sendDueMails } from './send-due.ts';
import { closeTransport } from './transport.ts';

const MINUTE = 60_000;

const w = await world();
const sinks: Sink[] = [];

beforeEach(async () => {
  await db().$executeRaw`update mails set status = 'sent', next_try_at = null where status = 'queued'`;
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
  await db().unreachableServer.deleteMany();
});
afterEach(async () => {
  closeTransport();
  delete process.env.SMTP_URL;
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

async function served<S extends Sink>(serving: Promise<S>): Promise<S> {
  const sink = await serving;
  sinks.push(sink);
  process.env.SMTP_URL = sink.url;
  return sink;
}

const say = (theCase: TaskRecord, text = 'We look at it.') =>
  addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text });

/** A case with Ava's comment, and the one email to Cora about it. */
async function aMail(text?: string) {
  const theCase = await aCase(w);
  await say(theCase, text);
  return db().mail.findFirstOrThrow({ where: { taskId: theCase.id } });
}

/** Queues `count` emails to Cora about one case. */
async function manyMails(count: number) {
  const { taskId, causeId } = await aMail();
  await db().$executeRaw`
    insert into mails (id, message_id, cause_id, task_id, event, recipient_id, address, subject, body, status, next_try_at, created_at)
    select id, '<' || id || '@casebridge.local>', ${causeId}::uuid, ${taskId}::uuid, 'event ' || n, ${w.cora.id}::uuid,
      'cora.customer@example.test', 'Subject', 'Words', 'queued', now(), now()
    from (select uuid_v7() as id, n from generate_series(2, ${count}::int) n) m`;
}

const fresh = (mail: { id: string }) => db().mail.findUniqueOrThrow({ where: { id: mail.id } });
const countOf = (status: 'sent' | 'queued') => db().mail.count({ where: { status, event: { startsWith: 'event ' } } });

describe('a mail server', () => {
  it('MAIL-2 · receives an email as text and HTML, with id, thread, automatic header and reply address', async () => {
    const sink = await served(smtpSink());
    const mail = await aMail('It works **again**.');
    expect(await sendDueMails()).toBe('1 mails sent');
    const { number } = await db().task.findUniqueOrThrow({ where: { id: mail.taskId ?? '' } });
    const [{ from, to, raw } = { from: '', to: '', raw: '' }] = sink.received;
    const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ');
    expect([from, to]).toEqual(['support@casebridge.local', mail.address]);
    expect(head).toContain(`Message-ID: ${mail.messageId}`);
    expect(head).toContain(`In-Reply-To: <record.${mail.taskId}@casebridge.local>`);
    expect(head).toContain(`References: <record.${mail.taskId}@casebridge.local>`);
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain(`Reply-To: case+${number}.${mail.replyToken}@casebridge.local`);
    expect(head).not.toMatch(/List-Unsubscribe/i);
    expect(raw).toMatch(/text\/plain[\s\S]+It works \*\*again\*\*\.[\s\S]+text\/html[\s\S]+<strong>again<\/strong>/);
    expect(raw).toContain(`http://localhost:3000/portal/cases/${number}`);
    expect(await fresh(mail)).toMatchObject({ status: 'sent', tries: 1, nextTryAt: null, sentAt: expect.any(Date) });
    expect(await sendDueMails()).toBe('0 mails sent');
  });

  it('MAIL-2 · that rejects an email for now receives it again after 1 minute, 5, 30, 2 hours and 12; then the email fails with the reason', async () => {
    await served(smtpSink({ refusesMails: { code: 451, says: '4.7.1 Come again' } }));
    const mail = await aMail();
    const waits: (number | null)[] = [];
    let time = mail.nextTryAt ?? new Date();
    for (let tries = 1; tries <= 6; tries++) {
      await at(time, sendDueMails);
      const { nextTryAt } = await fresh(mail);
      waits.push(nextTryAt && (nextTryAt.getTime() - time.getTime()) / MINUTE);
      time = nextTryAt ?? time;
    }
    expect(waits).toEqual([1, 5, 30, 120, 720, null]);
    expect(await fresh(mail)).toMatchObject({
      status: 'failed',
      tries: 6,
      lastError: expect.stringContaining('Come again'),
    });
  });

  it('MAIL-2 · that rejects an email twice and then accepts it receives it once', async () => {
    const manner: SinkBehavior = { refusesMails: { code: 451, says: '4.7.1 Come again' } };
    const sink = await served(smtpSink(manner));
    const mail = await aMail();
    const minutesLater = (minutes: number) => at(new Date(Date.now() + minutes * MINUTE), sendDueMails);
    await minutesLater(0);
    await minutesLater(2);
    delete manner.refusesMails;
    await minutesLater(10);
    await minutesLater(60);
    expect(sink.received.map(({ raw }) => raw.includes(`Message-ID: ${mail.messageId}`))).toEqual([true]);
    expect(await fresh(mail)).toMatchObject({ status: 'sent', tries: 3, lastError: '' });
  });

  it('MAIL-2 · that rejects one recipient fails that email at once; that address is unreachable, others are not', async () => {
    const says = { code: 550, says: '5.1.1 There is nobody of that name' };
    const sink = await served(smtpSink({ refuses: { 'bea.boxeo@example.test': says } }));
    const theCase = await aCase(w);
    const list = { kind: 'case', number: theCase.number, list: 'watch_list', watching: true } as const;
    await watch(w.adam, { ...list, userId: w.bea.id });
    await say(theCase);
    await sendDueMails();
    const mails = await db().mail.findMany({ where: { taskId: theCase.id }, orderBy: { address: 'asc' } });
    expect(mails.map(({ address, status, tries }) => [address, status, tries])).toEqual([
      ['bea.boxeo@example.test', 'failed', 1],
      ['cora.customer@example.test', 'sent', 1],
    ]);
    expect(mails[0]?.lastError).toContain('There is nobody of that name');
    expect(sink.received.map(({ to }) => to)).toEqual(['cora.customer@example.test']);
    const bea = await db().user.findUniqueOrThrow({ where: { id: w.bea.id } });
    expect([bea.unreachableSince, bea.unreachableReason]).toEqual([expect.any(Date), expect.stringContaining('5.1.1')]);
    const other = await db().user.update({ where: { id: w.bea.id }, data: { email: 'bea@example.test' } });
    expect([other.unreachableSince, other.unreachableReason]).toEqual([null, '']);
    await db().user.update({ where: { id: w.bea.id }, data: { email: 'bea.boxeo@example.test' } });
  });

  it.each([
    ['MAIL-2 · that is full for now is tried again', { code: 452, says: '4.2.2 Full' }, 'queued'],
    [
      'MAIL-2 · whose policy is against the mail fails it, and says nothing of the address',
      { code: 550, says: '5.7.1 Spam' },
      'failed',
    ],
  ] as const)('%s', async (_what, says, status) => {
    await served(smtpSink({ refuses: { 'cora.customer@example.test': says } }));
    const mail = await aMail();
    await sendDueMails();
    expect(await fresh(mail)).toMatchObject({ status, tries: 1 });
    expect(await db().user.count({ where: { unreachableSince: { not: null } } })).toBe(0);
  });

  it('MAIL-2 · that rejects the email permanently fails it at once', async () => {
    await served(smtpSink({ refusesMails: { code: 552, says: '5.3.4 Too large' } }));
    const mail = await aMail();
    await sendDueMails();
    expect(await fresh(mail)).toMatchObject({
      status: 'failed',
      tries: 1,
      lastError: expect.stringContaining('Too large'),
    });
  });

  it('MAIL-2 · that rejects the password is tried again, and the error contains neither user name nor password', async () => {
    const { url } = await served(smtpSink({ password: 'right' }));
    process.env.SMTP_URL = url.replace('//', '//desk-user:s%2Fecret-word@');
    const mail = await aMail();
    await sendDueMails();
    const { status, lastError } = await fresh(mail);
    expect(status).toBe('queued');
    expect(lastError).toContain('535');
    expect(lastError).not.toMatch(/desk-user|s%2Fecret|s\/ecret/);
  });
});

describe('several processes', () => {
  it('MAIL-12 · send each email once, even if they run at once', async () => {
    const sink = await served(smtpSink());
    await manyMails(250);
    await Promise.all([1, 2, 3, 4].map(sendDueMails));
    const ids = sink.received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1]);
    expect([ids.length, new Set(ids).size, await countOf('queued')]).toEqual([250, 250, 0]);
  });

  it('MAIL-12 · take over emails of a killed process after its lease, with the same id', async () => {
    const sink = await served(smtpSink());
    const mail = await aMail();
    const now = new Date();
    expect(await claimDueMails(now, 100)).toHaveLength(1);
    await at(new Date(now.getTime() + 4 * MINUTE), sendDueMails);
    expect(sink.received).toEqual([]);
    await at(new Date(now.getTime() + 6 * MINUTE), sendDueMails);
    expect(sink.received.map(({ raw }) => raw.includes(`Message-ID: ${mail.messageId}`))).toEqual([true]);
    expect(await fresh(mail)).toMatchObject({ status: 'sent', tries: 2 });
  });
});

describe('a late result', () => {
  const failed = { outcome: 'failed', error: '5.1.1 Nobody', refused: true, unreachable: true } as const;
  const waits = { outcome: 'waits', error: '421 Not now' } as const;

  it.each([failed, waits])(
    'MAIL-2 · of a process with an expired lease is ignored: another process has the email ($outcome)',
    async (delivery) => {
      const mail = await aMail();
      const now = new Date();
      const [late] = await claimDueMails(now, 100);
      const [again] = await claimDueMails(new Date(now.getTime() + 6 * MINUTE), 100);
      expect([late?.id, late?.tries, again?.tries]).toEqual([mail.id, 1, 2]);
      const before = await fresh(mail);
      await recordDeliveries(late ? [{ mail: late, delivery }] : [], now);
      expect(await fresh(mail)).toEqual(before);
      await db().user.updateMany({ data: { unreachableSince: null, unreachableReason: '' } });
    },
  );

  it.each([
    ['bea.boxeo@example.test', true],
    ['bea.new@example.test', false],
  ])('MAIL-6 · about an address does not affect the one that the person has set since (%s)', async (email, isLost) => {
    const theCase = await aCase(w, { contactId: w.bea.id });
    await say(theCase);
    const claimed = await claimDueMails(new Date(), 100);
    await db().user.update({ where: { id: w.bea.id }, data: { email } });
    await recordDeliveries(
      claimed.map((mail) => ({ mail, delivery: failed })),
      new Date(),
    );
    const { unreachableSince } = await db().user.findUniqueOrThrow({ where: { id: w.bea.id } });
    expect(unreachableSince !== null).toBe(isLost);
    await db().user.update({ where: { id: w.bea.id }, data: { email: 'bea.boxeo@example.test' } });
    await db().user.updateMany({ data: { unreachableSince: null, unreachableReason: '' } });
  });
});

describe('one process', () => {
  it('MAIL-2 · has one run at a time, which checks again for new emails', async () => {
    const sink = await served(smtpSink());
    await manyMails(60);
    const first = sendAllDue();
    expect(await sendAllDue()).toBe('Mails are being sent already');
    await manyMails(2);
    await Promise.all([first, sendAllDue()]);
    // The 62 include the two original emails that the others were copied from.
    expect([sink.received.length, await countOf('queued')]).toEqual([62, 0]);
    expect(await sendAllDue()).toBe('0 mails sent');
  });
});

describe('the queue', () => {
  it('MAIL-2 · an email is sent as soon as its cause is committed; one job covers the emails of one connection', async () => {
    const sink = await served(smtpSink());
    const theCase = await aCase(w);
    for (const text of ['One.', 'Two.', 'Three.']) await say(theCase, text);
    const jobs = await db().$queryRaw<{ key: string }[]>`select key from graphile_worker.jobs`;
    expect(new Set(jobs.map(({ key }) => key.split(':')[0]))).toEqual(new Set(['send-mails']));
    expect(new Set(jobs.map(({ key }) => key)).size).toBe(jobs.length);
    await runOnce(workerOptions());
    expect(sink.received).toHaveLength(3);
  });

  it('MAIL-2 · emails that are not to be sent wake no job', async () => {
    const incident = await anIncident(w, { callerId: w.cora.id });
    expect(await db().mail.count({ where: { taskId: incident.id, status: 'suppressed' } })).toBe(1);
    expect(await db().$queryRaw`select key from graphile_worker.jobs`).toEqual([]);
  });
});

it('MAIL-1 · without a mail server the built-in mailbox has the sent emails', async () => {
  await manyMails(150);
  expect(await sendDueMails()).toBe('150 mails sent');
  expect(await countOf('queued')).toBe(0);
});
