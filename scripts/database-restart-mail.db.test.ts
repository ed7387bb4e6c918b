import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openFile } from '#lib/attachment/store.ts';
import { ensureConfiguration } from '#lib/configuration/ensure-configuration.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { startWorker } from '#lib/jobs/worker.ts';
import { type MailboxReader, readMailbox } from '#lib/mail-in/imap.ts';
import { type Listener, listen } from '#lib/mail-in/listener.ts';
import { closeDb, db } from '#lib/platform/db.ts';
import { stopAll } from '#lib/platform/lifecycle.ts';
import { type ImapServer, imapServer, type Mailbox } from '#lib/testing/imap-server.ts';
import { type Sink, smtpSink } from '#lib/testing/smtp-sink.ts';
import { aCase, type World, world } from '#lib/testing/world.ts';
import { inDatabase } from './in-database.ts';
import { migrate } from './migrate.ts';
import { type Server, startPostgres, UNSAFE_BUT_QUICK } from './postgres.ts';
import { migrateQueue } from './queue-tables.ts';

/** Emails to send. Customers reply in half of their cases over SMTP, and in half by emails in a mailbox. */
const MAILS = 300;
const CASES = 40;
const RESTARTS = [30, 100, 200];
const AT_LAST = { timeout: 100_000, interval: 100 };

let folder: string;
let postgres: Server;
let url: string;
let w: World;
let sink: Sink;
let listener: Listener;
let reader: MailboxReader;
let mailServer: ImapServer;

/** Its own server, because the shared test server must not be stopped. */
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'casebridge-restart-mail-'));
  process.env.CASEBRIDGE_DATA = folder;
  postgres = await startPostgres(folder, { settings: UNSAFE_BUT_QUICK });
  await inDatabase(postgres.url('postgres'), (client) => client.query('create database desk'));
  url = postgres.url('desk');
  await inDatabase(url, (client) => migrate(client));
  await migrateQueue(url);
  await closeDb();
  process.env.DATABASE_URL = url;
  await ensureConfiguration(db());
  w = await world();
}, 400_000);

afterAll(async () => {
  await reader?.stop();
  await listener?.close();
  await stopAll();
  await closeDb();
  await Promise.all([sink?.close(), mailServer?.close()]);
  postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { caseId: string; to: string; name: string };

/** A case with a comment, and the customer's reply to it. */
async function anAnswer(): Promise<Answer> {
  const { id: caseId, number } = await aCase(w);
  await addEntry(w.ava, { kind: 'case', number, type: 'comment', text: 'Which modem?' });
  const { replyToken } = await db().mail.findFirstOrThrow({ where: { taskId: caseId, recipientId: w.cora.id } });
  return { caseId, to: `case+${number}.${replyToken}@casebridge.local`, name: `${number}@customer.test` };
}

/** Adds emails about a case until there are as many as the test needs. */
async function fill(taskId: string) {
  const { causeId } = await db().mail.findFirstOrThrow({ where: { taskId } });
  await db().$executeRaw`
    insert into mails (id, message_id, cause_id, task_id, event, recipient_id, address, subject, body, status, next_try_at, created_at)
    select id, '<' || id || '@casebridge.local>', ${causeId}::uuid, ${taskId}::uuid, 'event ' || n, ${w.cora.id}::uuid,
      'cora.customer@example.test', 'Subject', 'Words', 'queued', now(), now()
    from (select uuid_v7() as id, n from generate_series(1, ${MAILS}::int - (select count(*) from mails)::int) n) m`;
}

const content = ({ name }: Answer) => `The log of ${name}`;
const composed = (answer: Answer) => ({
  from: 'cora.customer@example.test',
  to: answer.to,
  subject: 'Re',
  messageId: `<${answer.name}>`,
  text: `It is the black one, says ${answer.name}.`,
  attachments: [{ filename: 'log.txt', content: content(answer) }],
});

async function asMime(answer: Answer): Promise<string> {
  const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
    composed(answer),
  );
  return (message as Buffer).toString();
}

/** Sends like an external mail server: repeats after a temporary refusal. Returns the response codes of the refusals. */
async function sendUntilTaken(answer: Answer): Promise<number[]> {
  const transport = createTransport({ host: '127.0.0.1', port: listener.port, ignoreTLS: true });
  const refusals: number[] = [];
  for (;;)
    try {
      await transport.sendMail(composed(answer));
      return refusals;
    } catch (error) {
      refusals.push(Number(Reflect.get(Object(error), 'responseCode')));
      await wait(100);
    }
}

async function restart(): Promise<void> {
  postgres.stop();
  await wait(1_500);
  postgres = await startPostgres(folder, { settings: [...UNSAFE_BUT_QUICK, `port=${new URL(url).port}`] });
}

test('Q-11, MAIL-7, MAIL-12 · the database is restarted while emails are sent and received: each is sent once and filed once, by the same server', async () => {
  const answers: Answer[] = [];
  for (let n = 0; n < CASES; n++) answers.push(await anAnswer());
  await fill(answers[0]?.caseId ?? '');
  const bySmtp = answers.slice(0, CASES / 2);
  const mailbox: Mailbox = { mails: [], seen: new Set() };
  for (const answer of answers.slice(CASES / 2)) mailbox.mails.push(await asMime(answer));

  sink = await smtpSink({ takes: 100 });
  process.env.SMTP_URL = sink.url;
  mailServer = await imapServer(mailbox);
  listener = await listen({ host: '127.0.0.1', port: 0 });
  await startWorker();
  reader = readMailbox(mailServer.url, { poll: 200, lease: 300, retry: 300, longestRetry: 300, greeting: 5_000 });
  const refusals: number[] = [];
  const senders = (async () => {
    for (const answer of bySmtp) {
      refusals.push(...(await sendUntilTaken(answer)));
      await wait(50);
    }
  })();
  for (const many of RESTARTS) {
    await vi.waitFor(() => expect(sink.received.length).toBeGreaterThanOrEqual(many), AT_LAST);
    await restart();
  }
  await senders;
  await vi.waitFor(async () => {
    expect(mailbox.seen.size).toBe(CASES / 2);
    expect(await db().incomingMail.count({ where: { outcome: 'received' } })).toBe(0);
    expect(await db().mail.count({ where: { nextTryAt: { not: null } } })).toBe(0);
  }, AT_LAST);

  expect(new Set(refusals)).toEqual(new Set([451]));
  const names = (await db().mail.findMany({ where: { status: 'sent' } })).map(({ messageId }) => messageId);
  const delivered = sink.received.map(({ raw }) => /^Message-ID: (.+)$/im.exec(raw)?.[1] ?? '');
  expect(names.length).toBeGreaterThanOrEqual(MAILS);
  expect(delivered.toSorted()).toEqual(names.toSorted());
  expect(await db().mail.count({ where: { status: 'failed' } })).toBe(0);
  expect(
    await db().incomingMail.groupBy({ by: ['outcome', 'source'], _count: true, orderBy: { source: 'asc' } }),
  ).toEqual([
    { outcome: 'filed', source: 'smtp', _count: CASES / 2 },
    { outcome: 'filed', source: 'imap', _count: CASES / 2 },
  ]);
  for (const answer of answers) {
    const comments = await db().journalEntry.count({ where: { taskId: answer.caseId, authorId: w.cora.id } });
    const files = await db().attachment.findMany({ where: { taskId: answer.caseId } });
    expect([comments, files.length]).toEqual([1, 1]);
    const file = openFile(files[0]?.id ?? '');
    expect(await new Response(file as ReadableStream).text()).toBe(content(answer));
  }
}, 400_000);
