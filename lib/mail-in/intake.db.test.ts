import { randomBytes } from 'node:crypto';
import { run } from 'graphile-worker';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { workerOptions } from '#lib/jobs/worker.ts';
import { sendDueMails } from '#lib/mail-out/send-due.ts';
import { db } from '#lib/platform/db.ts';
import { smtpSink } from '#lib/testing/smtp-sink.ts';
import { aCase, world } from '#lib/testing/world.ts';
import { strangersDeferredBecause } from './intake.ts';
import { listen } from './listener.ts';
import { rawMail } from './raw-mail.ts';
import { receive } from './receive.ts';
import { INTAKE } from './rules/intake.ts';

const w = await world();
beforeEach(async () => {
  await db().$executeRaw`delete from graphile_worker._private_jobs`;
  // Earlier emails must not count.
  await db().$executeRaw`alter table incoming_mails disable trigger user`;
  await db().$executeRaw`delete from incoming_mails`;
  await db().$executeRaw`alter table incoming_mails enable trigger user`;
});
afterEach(() => vi.unstubAllEnvs());

let count = 0;
const take = (from: string, cameFrom: string, body = 'Hello') => {
  count += 1;
  const head = `From: ${from}\r\nTo: support@casebridge.local\r\nMessage-ID: <${count}@intake.test>\r\n`;
  return receive(Buffer.from(`${head}\r\n${body}`), { source: 'smtp', cameFrom });
};
const [eve, mallory, cora] = ['eve@elsewhere.test', 'mallory@elsewhere.test', 'cora.customer@example.test'] as const;
const [hers, another] = ['192.0.2.1', '198.51.100.0'] as const;

/** Stores `mails` emails of `bytes` bytes each, received `hoursAgo`. */
const stored = (
  mails: number,
  { bytes = 1, cameFrom = 'a network', hoursAgo = 0, from = String(eve), stranger = true } = {},
) =>
  db().$executeRaw`
    insert into incoming_mails (message_id, received_at, source, raw, came_from, from_stranger, from_address, outcome, reason)
    select 'stored ' || gen_random_uuid(), now() - ${hoursAgo} * interval '1 hour', 'smtp', convert_to(repeat('a', ${bytes}::int), 'UTF8'),
           ${cameFrom}, ${stranger}, ${from}, 'waits_for_review', 'The sender is unknown.'
    from generate_series(1, ${mails}::int)`;

describe('unread emails', () => {
  it('MAIL-6 · leave workers to all other jobs, however slow they are: an outgoing email is sent in parallel', async () => {
    const slow = `Content-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}`;
    for (const _ of Array(6)) await take(`${eve}\r\nContent-Type: text/html`, hers, slow);
    for (const _ of Array(6)) await take(`${cora}\r\nContent-Type: text/html`, another, slow);
    let reading = 0;
    const most = async () => {
      const [row] = await db().$queryRaw<{ running: number }[]>`
        select count(*)::int as running from graphile_worker.jobs where task_identifier = 'read-mail' and locked_at is not null`;
      reading = Math.max(reading, row?.running ?? 0);
    };
    const sink = await smtpSink();
    vi.stubEnv('SMTP_URL', sink.url);
    const runner = await run(workerOptions());
    await expect.poll(() => most().then(() => reading)).toBe(2);
    await addEntry(w.ava, { kind: 'case', number: (await aCase(w)).number, type: 'comment', text: 'Which modem?' });
    await expect.poll(() => most().then(() => sink.received.length), { interval: 20 }).toBe(1);
    const unread = await db().incomingMail.count({ where: { outcome: 'received' } });
    await runner.stop();
    // The SMTP client keeps its connection open for a while.
    void sink.close();
    expect(unread).toBeGreaterThan(6);
    expect(reading).toBe(2);
  });

  it('MAIL-6 · are read in a fair order: the first of each sender before the second of any, alternating strangers and known senders', async () => {
    for (const from of [eve, 'eve2@elsewhere.test', eve]) await take(from, hers, 'Of Eve');
    await take(mallory, another, 'Of Mallory');
    for (const _ of [1, 2]) await take(cora, hers, 'Of Cora');
    const waiting = await db().$queryRaw<{ lane: string; from: string; turn: number }[]>`
      select (select string_agg(f, '') from jsonb_object_keys(j.flags) f) as lane, i.from_address as from, j.priority::int as turn
      from graphile_worker.jobs j join incoming_mails i on j.key = 'read-mail:' || i.id order by 1, j.priority, j.id`;
    expect(waiting.map(({ lane, from, turn }) => [lane, from, turn])).toEqual([
      ['mails', cora, 0],
      ['mails', cora, 1],
      ['mails of strangers', eve, 0],
      ['mails of strangers', mallory, 0],
      ['mails of strangers', 'eve2@elsewhere.test', 1],
      ['mails of strangers', eve, 2],
    ]);
  });
});

describe('an email of many megabytes', () => {
  it('MAIL-4, MAIL-7 · is stored byte by byte, and once; a different one with the same id beside it', async () => {
    const head = Buffer.from(`From: ${eve}\r\nMessage-ID: <large@intake.test>\r\n\r\n`);
    const raw = Buffer.concat([head, randomBytes(20_000_000)]);
    const { id } = await receive(raw, { source: 'smtp' });
    expect(raw.equals(await rawMail(id))).toBe(true);
    expect(await receive(raw, { source: 'imap' })).toEqual({ id, isNew: false });
    expect(await receive(raw.subarray(0, -1), { source: 'imap' })).toMatchObject({ isNew: true });
  });
});

describe('too many emails', () => {
  it('MAIL-6 · of strangers from one network are deferred; those of others and of known senders are accepted', async () => {
    const { mails } = INTAKE.strangersOfNetwork;
    await stored(mails - 1, { cameFrom: hers });
    await stored(mails, { cameFrom: another, hoursAgo: 2 });
    await take(eve, hers);
    await expect(take(mallory, hers)).rejects.toThrow('Too many emails of unknown senders from one network in an hour');
    expect(await take(mallory, another)).toMatchObject({ isNew: true });
    expect(await take(cora, hers)).toMatchObject({ isNew: true });
  });

  it('MAIL-6 · of strangers are deferred from another mailbox, too; those of known senders are accepted', async () => {
    const fetched = (from: string) => {
      count += 1;
      return receive(Buffer.from(`From: ${from}\r\nMessage-ID: <${count}@intake.test>\r\n\r\nHello`), {
        source: 'imap',
      });
    };
    await stored(INTAKE.strangersOfNetwork.mails - 1, { cameFrom: 'imap' });
    expect(await fetched(eve)).toMatchObject({ isNew: true });
    await expect(fetched(mallory)).rejects.toThrow('Too many emails of unknown senders');
    expect(await fetched(cora)).toMatchObject({ isNew: true });
    expect(await take(mallory, hers)).toMatchObject({ isNew: true });
  });

  it('MAIL-6, ADM-11 · of one network are shown on Health', async () => {
    await stored(INTAKE.strangersOfNetwork.mails - 1, { cameFrom: hers });
    expect(await strangersDeferredBecause(db())).toBeNull();
    await take(eve, hers);
    expect(await strangersDeferredBecause(db())).toBe('Too many emails of unknown senders from one network in an hour');
  });

  it('MAIL-6 · do not defer a bounce of our email, nor a reply to one from another address', async () => {
    await addEntry(w.ava, { kind: 'case', number: (await aCase(w)).number, type: 'comment', text: 'Which modem?' });
    await sendDueMails();
    const { messageId } = await db().mail.findFirstOrThrow({ where: { sentAt: { not: null } } });
    await stored(INTAKE.strangers.mails, { cameFrom: hers });
    const daemon = 'MAILER-DAEMON@mx.elsewhere.test';
    await expect(take(daemon, hers, 'Message-ID: <nobody@casebridge.local>')).rejects.toThrow('Too many');
    expect(await take(daemon, hers, `It came back.\r\nMessage-ID: ${messageId}\r\n`)).toMatchObject({ isNew: true });
    expect(await take(`${mallory}\r\nIn-Reply-To: ${messageId}`, hers)).toMatchObject({ isNew: true });
  });

  it('MAIL-6 · count unread emails as waiting for review', async () => {
    await stored(INTAKE.strangersWaiting.mails, { hoursAgo: 2 });
    await db().$executeRaw`alter table incoming_mails disable trigger user`;
    await db().$executeRaw`update incoming_mails set outcome = 'received', reason = ''`;
    await db().$executeRaw`alter table incoming_mails enable trigger user`;
    await expect(take(eve, hers)).rejects.toThrow('wait for review');
  });

  it('MAIL-6 · or too large ones count by their bytes, too', async () => {
    await stored(3, { cameFrom: hers, bytes: INTAKE.strangersOfNetwork.bytes / 3 });
    await expect(take(eve, hers)).rejects.toThrow('from one network');
    expect(await take(eve, another)).toMatchObject({ isNew: true });
  });

  it('MAIL-6, ADM-11 · of strangers from everywhere are deferred, and Health shows it; known senders are not affected', async () => {
    for (const cameFrom of Array.from({ length: 6 }, (_, n) => `network ${n}`))
      await stored((INTAKE.strangers.mails - 6) / 6, { cameFrom });
    await stored(5, { cameFrom: '' });
    expect(await strangersDeferredBecause(db())).toBeNull();
    await take(eve, hers);
    await expect(take(eve, hers)).rejects.toThrow('Too many emails of unknown senders in an hour');
    expect(await strangersDeferredBecause(db())).toBe('Too many emails of unknown senders in an hour');
    expect(await take(cora, hers)).toMatchObject({ isNew: true });
  });

  it('MAIL-6 · of strangers that wait for review defer further ones until some are reviewed', async () => {
    await stored(INTAKE.strangersWaiting.mails, { hoursAgo: 2 });
    await expect(take(eve, hers)).rejects.toThrow('wait for review');
    const discarded = { outcome: 'discarded', reviewedById: w.ava.id, reviewedAt: new Date() } as const;
    await db().incomingMail.updateMany({ data: discarded, limit: 1 });
    expect(await take(eve, hers)).toMatchObject({ isNew: true });
  });

  it('MAIL-6 · in the name of a known sender, from one network, do not defer that sender from another network', async () => {
    await stored(INTAKE.known.mails, { cameFrom: hers, from: cora, stranger: false });
    await expect(take(cora, hers)).rejects.toThrow('Too many emails of this sender in an hour');
    expect(await take(cora, another)).toMatchObject({ isNew: true });
  });

  it('MAIL-6 · are answered with 451, so that the sending server retries', async () => {
    await stored(INTAKE.strangersOfNetwork.mails, { cameFrom: '127.0.0.1' });
    const listener = await listen({ host: '127.0.0.1', port: 0 });
    const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
    const send = (from: string) => transport.sendMail({ from, to: 'support@casebridge.local', text: 'Hello' });
    await expect(send(eve)).rejects.toMatchObject({ responseCode: 451 });
    expect(await send(cora)).toMatchObject({ response: expect.stringMatching(/^250/) });
    await listener.close();
  });
});
