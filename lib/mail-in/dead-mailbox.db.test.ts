import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { health } from '#lib/jobs/queries/health.ts';
import { db } from '#lib/platform/db.ts';
import { type ImapServer, imapServer, type Mailbox } from '#lib/testing/imap-server.ts';
import { silentServer } from '#lib/testing/smtp-sink.ts';
import { world } from '#lib/testing/world.ts';
import { type MailboxReader, readMailbox } from './imap.ts';

const EVERY = { poll: 50, lease: 50, retry: 50, longestRetry: 100, greeting: 200 };
const AT_LAST = { timeout: 10_000 };

const w = await world();
let mailbox: Mailbox;
let server: ImapServer;
let reader: MailboxReader;
let tests = 0;

const mail = (n: number) =>
  `From: cora.customer@example.test\r\nTo: support@casebridge.local\r\nSubject: ${n}\r\nMessage-ID: <${n}.${tests}@mailbox.test>\r\n\r\nHello\r\n`;
const stored = async () =>
  (await db().incomingMail.findMany({ where: { messageId: { endsWith: `.${tests}@mailbox.test>` } } })).length;
const outOfOrder = async () => (await health(w.adam)).mailbox.unreachable;

beforeEach(async () => {
  tests += 1;
  mailbox = { mails: [mail(1), mail(2)], seen: new Set() };
  server = await imapServer(mailbox);
  vi.stubEnv('IMAP_URL', server.url);
  reader = readMailbox(server.url, EVERY);
  await vi.waitFor(() => expect(mailbox.seen.size).toBe(2), AT_LAST);
});
afterEach(async () => {
  await reader.stop();
  await server.close();
  vi.unstubAllEnvs();
});

it.each([
  ['refuses connections', null, /ECONNREFUSED/],
  ['takes connections and says nothing', silentServer, /greeting/i],
] as const)(
  'MAIL-3, ADM-11 · a mailbox that %s is read once it is back, each mail once; Health says that it is away',
  async (_how, away, says) => {
    expect([await stored(), await outOfOrder()]).toEqual([2, null]);
    await server.close();
    const instead = await away?.(server.port);
    const error = expect.stringMatching(says);
    await vi.waitFor(async () => expect(await outOfOrder()).toMatchObject({ error, since: expect.any(Date) }), AT_LAST);
    expect(JSON.stringify(await outOfOrder())).not.toContain('secret-word');
    mailbox.mails.push(mail(3), mail(4));
    await instead?.close();
    server = await imapServer(mailbox, server.port);
    await vi.waitFor(() => expect(mailbox.seen.size).toBe(4), AT_LAST);
    await vi.waitFor(async () => expect(await outOfOrder()).toBeNull(), AT_LAST);
    expect(await stored()).toBe(4);
  },
);

it('MAIL-3, MAIL-7 · an email that cannot be stored stays unseen, and is stored once', async () => {
  await db().$executeRaw`
    create function no_room() returns trigger language plpgsql as $$ begin raise exception 'no room' using errcode = '53100'; end $$`;
  await db().$executeRaw`create trigger no_room before insert on incoming_mails execute function no_room()`;
  mailbox.mails.push(mail(3));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect([mailbox.seen.size, await stored()]).toEqual([2, 2]);
  await db().$executeRaw`drop trigger no_room on incoming_mails`;
  await vi.waitFor(() => expect(mailbox.seen.size).toBe(3), AT_LAST);
  expect(await stored()).toBe(3);
});
