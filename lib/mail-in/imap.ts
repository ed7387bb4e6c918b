import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { imapUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { takeMailbox } from './mailbox-lease.ts';
import { receive } from './receive.ts';
import { LARGEST_MAIL } from './size.ts';

/** In milliseconds: the server tells of new mail at once (IDLE); should it not, it is asked. */
const EVERY = { poll: 60_000, lease: 15_000, retry: 5_000, longestRetry: 5 * 60_000 };

/** What reads a mailbox until it is stopped. */
export type MailboxReader = { stop: () => Promise<void> };

/** MAIL-3 · Reads the mailbox of `IMAP_URL`, if there is one, in one process of all that there are. */
export function startImap(): void {
  const url = imapUrl();
  if (url === null) return;
  const reader = readMailbox(url);
  onStop('mailbox', reader.stop);
}

/** MAIL-3 · Takes in what is unseen in a mailbox, now and whenever something comes, and holds it for this process alone. */
export function readMailbox(url: string, every = EVERY): MailboxReader {
  const stopping = new AbortController();
  const run = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await whileHeld(url, every, stopping.signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        log.warn({ err: withoutSecrets(error) }, 'The mailbox could not be read');
      }
      const pause = failures === 0 ? every.lease : Math.min(every.retry * 2 ** (failures - 1), every.longestRetry);
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** An error without the command that failed, which may hold the password. */
const withoutSecrets = (error: unknown) => ({ message: error instanceof Error ? error.message : 'unknown' });

/** Reads as long as the mailbox is this process's; returns at once where it is another's. */
async function whileHeld(url: string, every: typeof EVERY, signal: AbortSignal): Promise<void> {
  const lease = await takeMailbox();
  if (!lease) return;
  const ended = Promise.withResolvers<void>();
  const end = () => ended.resolve();
  void lease.lost.then(end);
  signal.addEventListener('abort', end, { once: true });
  const { client, folder } = clientOf(url);
  client.on('error', () => {});
  client.on('close', end);
  try {
    await client.connect();
    await client.mailboxOpen(folder);
    await readUntil(client, every.poll, ended.promise);
  } finally {
    signal.removeEventListener('abort', end);
    await Promise.race([client.logout().catch(() => client.close()), wait(3_000)]);
    client.close();
    await lease.release();
  }
}

/** One round after the other: at the beginning, when the server tells of mail, and every so often. */
async function readUntil(client: ImapFlow, poll: number, ended: Promise<void>): Promise<void> {
  let isOver = false;
  let news = Promise.withResolvers<void>();
  void ended.then(() => {
    isOver = true;
    news.resolve();
  });
  client.on('exists', () => news.resolve());
  while (!isOver) {
    news = Promise.withResolvers<void>();
    await takeUnseen(client, () => isOver);
    if (!isOver) await Promise.race([news.promise, ended, wait(poll, undefined, { ref: false })]);
  }
}

function clientOf(url: string): { client: ImapFlow; folder: string } {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    autoIdleDelay: 200,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 5 * 60_000,
  });
  return { client, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' };
}

/** MAIL-7 · Stores each unseen mail, and only then marks it: what is interrupted comes again, and is known. One that cannot be stored stays for the next round. */
async function takeUnseen(client: ImapFlow, isOver: () => boolean): Promise<void> {
  const uids = (await client.search({ seen: false }, { uid: true })) || [];
  for (const uid of uids) {
    if (isOver()) return;
    const source = { start: 0, maxLength: LARGEST_MAIL + 1 };
    const message = (await client.fetchOne(uid, { source }, { uid: true })) || null;
    if (!message?.source) continue;
    try {
      await receive(message.source, 'imap');
    } catch (error) {
      log.error({ err: error, uid }, 'A mail could not be taken in');
      continue;
    }
    await client.messageFlagsAdd([uid], ['\\Seen'], { uid: true });
  }
}
