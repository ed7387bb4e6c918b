import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { type MailboxReader, readMailbox } from './imap.ts';
import { takeMailbox } from './mailbox-lease.ts';

/** Whether Debian's IMAP server is installed and can be started. */
function hasDovecot(): boolean {
  try {
    execFileSync('dovecot', ['--version'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function configuration(folder: string, port: number): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = mail
default_login_user = mail
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%u
}
`;
}

const mail = (name: string, text = 'Hello') =>
  `From: cora.customer@example.test\r\nTo: support@casebridge.local\r\nSubject: ${name}\r\nMessage-ID: <${name}@imap.test>\r\n\r\n${text}\r\n`;

const stored = (name: string) =>
  db().incomingMail.count({ where: { messageId: `<${name}@imap.test>`, source: 'imap' } });

/** Whether a server greets on this port. */
const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    for (const [event, is] of [
      ['data', true],
      ['error', false],
    ] as const)
      socket.once(event, () => {
        resolve(is);
        socket.destroy();
      });
  });

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; !(await isSo()); await wait(100))
    if (Date.now() > deadline) throw new Error('It did not become so.');
}

describe.skipIf(!hasDovecot())('a mailbox on a real IMAP server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dovecot-'));
  const readers: MailboxReader[] = [];
  let server: ReturnType<typeof spawn>;
  let url: string;
  let other: ImapFlow;

  const read = (every = { poll: 60_000, lease: 300, retry: 300, longestRetry: 1_000, greeting: 5_000 }) => {
    const reader = readMailbox(url, every);
    readers.push(reader);
    return reader;
  };

  beforeAll(async () => {
    const port = await freePort();
    mkdirSync(path.join(folder, 'mail'));
    execFileSync('chown', ['-R', 'mail:mail', path.join(folder, 'mail')]);
    execFileSync('chmod', ['755', folder]);
    writeFileSync(path.join(folder, 'conf'), configuration(folder, port));
    server = spawn('dovecot', ['-F', '-c', path.join(folder, 'conf')], { stdio: 'ignore' });
    url = `imap://support:secret@127.0.0.1:${port}/INBOX`;
    other = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      auth: { user: 'support', pass: 'secret' },
      logger: false,
    });
    await until(() => answers(port));
    await other.connect();
  });

  afterAll(async () => {
    await Promise.all(readers.map((reader) => reader.stop()));
    await other?.logout().catch(() => {});
    server?.kill('SIGTERM');
  });

  const unseen = async () => {
    await other.mailboxOpen('INBOX');
    const uids = (await other.search({ seen: false }, { uid: true })) || [];
    await other.mailboxClose();
    return uids.length;
  };

  it('MAIL-3 · existing emails are fetched and marked as seen; the server announces new ones at once', async () => {
    await other.append('INBOX', mail('there'));
    const reader = read();
    await until(async () => (await stored('there')) === 1);
    const begun = Date.now();
    await other.append('INBOX', mail('new'));
    await until(async () => (await stored('new')) === 1);
    expect(Date.now() - begun).toBeLessThan(5_000);
    await until(async () => (await unseen()) === 0);
    await reader.stop();
  });

  it('MAIL-7 · an email that was stored but not marked is recognized when it is fetched again', async () => {
    await other.append('INBOX', mail('again'));
    const reader = read();
    await until(async () => (await stored('again')) === 1 && (await unseen()) === 0);
    await other.mailboxOpen('INBOX');
    await other.messageFlagsRemove('1:*', ['\\Seen'], { uid: true });
    await other.mailboxClose();
    await reader.stop();
    const next = read();
    await until(async () => (await unseen()) === 0);
    expect(await stored('again')).toBe(1);
    await next.stop();
  });

  it('MAIL-3 · one process holds the mailbox, another takes over when it ends', async () => {
    const first = read();
    await until(async () => {
      const lease = await takeMailbox();
      await lease?.release();
      return lease === null;
    });
    const second = read();
    await first.stop();
    await other.append('INBOX', mail('second'));
    await until(async () => (await stored('second')) === 1);
    await second.stop();
  });

  it('MAIL-6 · a broken email does not block the next one', async () => {
    await other.append('INBOX', '\u0001garbage');
    await other.append('INBOX', mail('after-garbage'));
    const reader = read();
    await until(async () => (await stored('after-garbage')) === 1);
    await until(async () => (await unseen()) === 0);
    await reader.stop();
  });

  it('Q-10 · an unreachable server is tried again', async () => {
    const reader = readMailbox(url.replace('secret', 'wrong'), {
      poll: 1_000,
      lease: 100,
      retry: 100,
      longestRetry: 200,
      greeting: 5_000,
    });
    await wait(1_000);
    await reader.stop();
    const lease = await takeMailbox();
    expect(lease).not.toBeNull();
    await lease?.release();
  });
});
