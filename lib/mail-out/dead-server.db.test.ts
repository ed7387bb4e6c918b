import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { health } from '#lib/jobs/queries/health.ts';
import { at } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { type Sink, type SinkBehavior, silentServer, smtpSink } from '#lib/testing/smtp-sink.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { checkMailServer } from './commands/check-mail-server.ts';
import { sendDueMails } from './send-due.ts';
import { closeTransport } from './transport.ts';

const MINUTE = 60_000;
const MAILS = 30;

const w = await world();
let time: Date;
/** The case that all emails of a test are about. */
let taskId: string;
const sinks: Sink[] = [];

beforeEach(async () => {
  await db().mail.updateMany({ data: { status: 'sent', nextTryAt: null } });
  await db().unreachableServer.deleteMany();
});
afterEach(async () => {
  closeTransport();
  delete process.env.SMTP_URL;
  await Promise.all(sinks.splice(0).map((sink) => sink.close()));
});

async function served(serving: Promise<Sink>): Promise<Sink> {
  const sink = await serving;
  sinks.push(sink);
  // A hundredth of the product's timeouts.
  process.env.SMTP_URL = `${sink.url}?greetingTimeout=300&socketTimeout=400`;
  return sink;
}

async function gone(sink: Sink): Promise<number> {
  closeTransport();
  sinks.splice(sinks.indexOf(sink), 1);
  await sink.close();
  return Number(new URL(sink.url).port);
}

/** Queues `count` emails to Cora about one case. */
async function mails(count = MAILS) {
  const theCase = await aCase(w);
  taskId = theCase.id;
  for (let n = 0; n < count; n++)
    await addEntry(w.ava, { kind: 'case', number: theCase.number, type: 'comment', text: `Words ${n}` });
  time = new Date();
}

/** A run of the job `minutes` later. */
const minutesLater = (minutes: number) => {
  time = new Date(time.getTime() + minutes * MINUTE);
  return at(time, sendDueMails);
};

const named = (sink: Sink) => sink.received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? '');
const outOfOrder = async () => (await health(w.adam)).mail.unreachable;
const states = async () =>
  (
    await db().mail.groupBy({
      by: ['status', 'tries'],
      where: { taskId },
      _count: true,
      orderBy: [{ status: 'asc' }, { tries: 'asc' }],
    })
  ).map(({ status, tries, _count }) => [status, tries, _count]);

/** Each email was sent once, and the health page shows no outage. */
async function expectAllDelivered(sink: Sink, count = MAILS) {
  const names = (await db().mail.findMany({ where: { taskId } })).map(({ messageId }) => messageId);
  expect(named(sink).toSorted()).toEqual(names.toSorted());
  expect(await states()).toEqual([['sent', 1, count]]);
  expect(await outOfOrder()).toBeNull();
}

/** The ways in which a mail server can be unavailable, and how it comes back. */
type Away = (port: number) => Promise<{ comesBack: () => Promise<Sink> }>;
const stopped: Away = async (port) => ({ comesBack: () => served(smtpSink({ port })) });
const silent: Away = async (port) => {
  const sink = await served(silentServer(port));
  return { comesBack: async () => served(smtpSink({ port: await gone(sink) })) };
};
const saying =
  (what: SinkBehavior): Away =>
  async (port) => {
    const manner: SinkBehavior = { ...what, port };
    const sink = await served(smtpSink(manner));
    return {
      async comesBack() {
        for (const key of Object.keys(what) as (keyof SinkBehavior)[]) delete manner[key];
        return sink;
      },
    };
  };

describe('an unreachable mail server', () => {
  it.each<[string, Away, RegExp]>([
    ['refuses connections', stopped, /ECONNREFUSED/],
    ['takes connections and says nothing', silent, /greeting/i],
    ['says 421 to who connects', saying({ greets: { code: 421, says: '4.3.2 Shutting down' } }), /421.*Shutting/],
    ['says 421 to a mail', saying({ refusesMails: { code: 421, says: '4.7.0 Going down' } }), /421.*Going/],
    ['says 451 to every sender', saying({ refusesSenders: { code: 451, says: '4.7.1 Not now' } }), /451.*Not now/],
    ['has no room', saying({ refusesMails: { code: 452, says: '4.3.1 Disk full' } }), /452.*Disk full/],
    ['hangs before it answers to a mail', saying({ hangs: true }), /timeout/i],
  ])(
    'MAIL-2, ADM-11 · and %s fails no email, is tried less and less often, and then receives each once',
    async (_how, away, says) => {
      const { comesBack } = await away(await gone(await served(smtpSink())));
      await mails();
      const since = new Date(time.getTime() + MINUTE);
      await minutesLater(1);
      expect(await outOfOrder()).toMatchObject({ since, error: expect.stringMatching(says) });
      const pauses: number[] = [];
      for (let asked = 0; asked < 6; asked++) {
        const next = (await outOfOrder())?.nextTryAt ?? time;
        pauses.push((next.getTime() - time.getTime()) / MINUTE);
        const before = (await outOfOrder())?.error;
        expect(await at(new Date(next.getTime() - 1), sendDueMails)).toBe('Emails wait for the mail server');
        expect((await outOfOrder())?.error).toBe(before);
        time = next;
        await minutesLater(0);
      }
      expect(pauses).toEqual([1, 2, 5, 10, 15, 15]);
      expect(await states()).toEqual([['queued', 0, MAILS]]);
      expect((await health(w.adam)).mail).toMatchObject({ waiting: MAILS, failed: 0, unreachable: { since } });
      const sink = await comesBack();
      sink.received.length = 0;
      await minutesLater(15);
      await expectAllDelivered(sink);
    },
    30_000,
  );

  it('MAIL-2 · costs emails no tries, even for days; an administrator can retry it at once', async () => {
    const port = await gone(await served(smtpSink()));
    await mails();
    for (let day = 0; day < 10; day++) await minutesLater(24 * 60);
    expect(await states()).toEqual([['queued', 0, MAILS]]);
    expect(await checkMailServer(w.adam)).toMatch(/ECONNREFUSED/);
    expect(await minutesLater(1)).toBe('Emails wait for the mail server');
    const sink = await served(smtpSink({ port }));
    expect(await at(time, () => checkMailServer(w.adam))).toBeNull();
    await minutesLater(0);
    await expectAllDelivered(sink);
  });

  it('MAIL-2 · is known to be back even if no email is due', async () => {
    const manner: SinkBehavior = {};
    const sink = await served(smtpSink(manner));
    await mails(1);
    manner.greets = { code: 421, says: 'No' };
    await minutesLater(0);
    await db().mail.updateMany({ where: { taskId }, data: { nextTryAt: new Date(time.getTime() + 60 * MINUTE) } });
    await minutesLater(1);
    expect(await outOfOrder()).toMatchObject({ error: expect.stringContaining('421') });
    delete manner.greets;
    await minutesLater(2);
    expect(await outOfOrder()).toBeNull();
    await minutesLater(60);
    await expectAllDelivered(sink, 1);
  });

  it('MAIL-2 · that disappears during a batch keeps what it accepted, and receives the others once', async () => {
    const manner: SinkBehavior = {};
    const sink = await served(smtpSink(manner));
    await mails();
    const stop = setInterval(() => {
      if (sink.received.length >= 10) manner.refusesMails = { code: 421, says: 'Going down' };
    }, 1);
    manner.takes = 20;
    await minutesLater(0);
    clearInterval(stop);
    expect(sink.received.length).toBeGreaterThanOrEqual(10);
    expect(await db().mail.count({ where: { taskId, status: 'queued' } })).toBe(MAILS - sink.received.length);
    expect(await outOfOrder()).not.toBeNull();
    delete manner.refusesMails;
    await minutesLater(1);
    await minutesLater(1);
    expect(new Set(named(sink)).size).toBe(MAILS);
    expect(sink.received).toHaveLength(MAILS);
    expect(await outOfOrder()).toBeNull();
  });

  it('MAIL-2 · is tried only once by two processes at once', async () => {
    const manner: SinkBehavior = { greets: { code: 421, says: 'No' } };
    const sink = await served(smtpSink(manner));
    await mails();
    await minutesLater(0);
    delete manner.greets;
    time = new Date(time.getTime() + MINUTE);
    const said = await at(time, () => Promise.all([1, 2, 3].map(sendDueMails)));
    expect(said.filter((each) => each === 'Emails wait for the mail server').length).toBeGreaterThan(0);
    await minutesLater(0);
    await expectAllDelivered(sink);
  });
});
