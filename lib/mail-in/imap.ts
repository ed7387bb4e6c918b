import { setTimeout as wait } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { now } from '#lib/platform/clock.ts';
import { imapUrl } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { noteReachable, noteUnreachable } from '#lib/platform/unreachable-servers.ts';
import { takeMailbox } from './mailbox-lease.ts';
import { MailDeferred, receive } from './receive.ts';
import { LARGEST_MAIL } from './size.ts';

/** In milliseconds: the server announces new email at once (IDLE); polling covers servers that don't. */
const EVERY = {
  poll: 60_000,
  lease: 15_000,
  retry: 5_000,
  longestRetry: 5 * 60_000,
  greeting: 20_000,
  later: 10 * 60_000,
};

type Every = Omit<typeof EVERY, 'later'>;

/** A running mailbox reader. */
export type MailboxReader = { stop: () => Promise<void> };

/** MAIL-3 · Reads the mailbox of `IMAP_URL`, if configured; only one process reads at a time. */
export function startImap(): void {
  const url = imapUrl();
  if (url === null) return;
  const reader = readMailbox(url);
  onStop('mailbox', reader.stop);
}

/** MAIL-3 · Receives a mailbox's unseen emails, now and on arrival, while this process holds the mailbox lease. */
export function readMailbox(url: string, every: Every = EVERY): MailboxReader {
  const stopping = new AbortController();
  const run = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      try {
        await whileHeld(url, every, stopping.signal);
        failures = 0;
      } catch (error) {
        failures += 1;
        log.warn({ err: { message: wordsOf(error) } }, 'The mailbox could not be read');
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

/** The server's response or the error, without the failed command, which may contain the password. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const responseText = 'responseText' in error && typeof error.responseText === 'string' ? error.responseText : '';
  return responseText || error.message || ('code' in error ? String(error.code) : 'unknown');
}

/** The database is away, too: the mailbox status will be written next time. */
const ignoreAbsence = (err: unknown) => log.warn({ err }, 'How the mailbox is was not written down');

/** Reads while this process holds the mailbox lease; returns at once if another process does. */
async function whileHeld(url: string, every: Every, signal: AbortSignal): Promise<void> {
  // A database outage is not a mailbox failure: retry at the interval for taking the lease.
  const lease = await takeMailbox().catch((err: unknown) => log.warn({ err }, 'The mailbox could not be taken'));
  if (!lease) return;
  const ended = Promise.withResolvers<void>();
  const end = () => ended.resolve();
  void lease.lost.then(end);
  signal.addEventListener('abort', end, { once: true });
  const { client, folder } = clientOf(url, every.greeting);
  client.on('error', () => {});
  client.on('close', end);
  try {
    await client.connect();
    await client.mailboxOpen(folder);
    await readUntil(client, every.poll, ended.promise);
  } catch (error) {
    await noteUnreachable('mailbox', wordsOf(error), now()).catch(ignoreAbsence);
    throw error;
  } finally {
    signal.removeEventListener('abort', end);
    await Promise.race([client.logout().catch(() => client.close()), wait(3_000)]);
    client.close();
    await lease.release();
  }
}

/** Repeats rounds: at the start, when the server announces email, and at intervals. */
async function readUntil(client: ImapFlow, poll: number, ended: Promise<void>): Promise<void> {
  const later = new Map<number, number>();
  let isOver = false;
  let news = Promise.withResolvers<void>();
  void ended.then(() => {
    isOver = true;
    news.resolve();
  });
  client.on('exists', () => news.resolve());
  while (!isOver) {
    news = Promise.withResolvers<void>();
    await fetchUnseen(client, later, () => isOver);
    await noteReachable('mailbox').catch(ignoreAbsence);
    if (!isOver) await Promise.race([news.promise, ended, wait(poll, undefined, { ref: false })]);
  }
}

function clientOf(url: string, greetingTimeout: number): { client: ImapFlow; folder: string } {
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
    greetingTimeout,
    socketTimeout: 2 * 60_000,
  });
  return { client, folder: decodeURIComponent(pathname.slice(1)) || 'INBOX' };
}

/** MAIL-7 · Stores each unseen email before marking it as seen: after an interruption it comes again and is recognized. */
async function fetchUnseen(client: ImapFlow, later: Map<number, number>, isOver: () => boolean): Promise<void> {
  const uids = (await client.search({ seen: false }, { uid: true })) || [];
  for (const uid of uids) {
    if (isOver()) return;
    if ((later.get(uid) ?? 0) > now().getTime()) continue;
    const source = { start: 0, maxLength: LARGEST_MAIL + 1 };
    const message = (await client.fetchOne(uid, { source }, { uid: true })) || null;
    if (!message?.source) continue;
    try {
      await receive(message.source, { source: 'imap' });
    } catch (error) {
      // MAIL-6 · Too many emails from strangers: this one stays unseen, and is not downloaded again in every round.
      if (error instanceof MailDeferred) later.set(uid, now().getTime() + EVERY.later);
      else log.error({ err: error, uid }, 'A mail could not be taken in');
      continue;
    }
    await client.messageFlagsAdd([uid], ['\\Seen'], { uid: true });
  }
}
