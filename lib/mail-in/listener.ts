import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { now } from '#lib/platform/clock.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { mailListen } from '#lib/platform/env.ts';
import { onStop } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { noteReachable, noteUnreachable } from '#lib/platform/unreachable-servers.ts';
import { networkOf } from '#lib/session/client-address.ts';
import { property, readSettings } from '#lib/settings/settings.ts';
import { MailDeferred, receive } from './receive.ts';
import { addressOf, tokensAmong } from './rules/recipients.ts';
import { LARGEST_MAIL } from './size.ts';

/** What one process accepts at once; above this, the sending server is asked to try again later. */
const LIMITS = { connections: 100, connectionsOfOne: 60, recipients: 50, unknownRecipients: 10, bytes: 150_000_000 };
/** In characters: twice what the protocol asks for. Longer commands cost time before any check. */
const LONGEST_COMMAND = 1_024;
/** The most chunks of an email: `any`, plus one per `bytes` bytes. Each line that begins with two dots is a chunk. */
const PIECES = { any: 20_000, bytes: 1_000 };
/** In milliseconds: limits for a silent connection, for a whole connection, and for closing. */
const TIMEOUT = { silent: 60_000, whole: 10 * 60_000, end: 5_000 };

/** In milliseconds. */
const RETRY_DELAY = 60_000;

const says = (error: unknown) => (error instanceof Error ? error.message : String(error));
const notWritten = (err: unknown) => log.warn({ err }, 'How mails are taken in was not written down');
const refusal = (responseCode: number, says: string) => Object.assign(new Error(says), { responseCode });
const later = ({ message }: MailDeferred) => refusal(451, `4.7.1 ${message}, try again later`);
const busy = () => refusal(452, '4.3.1 Too much at once, try again later');

export type Listener = { port: number; close: () => Promise<void> };

/** MAIL-3 · Receives emails at the address of `MAIL_LISTEN`, if configured; all processes of a server share it. */
export async function startListener(): Promise<void> {
  const at = mailListen();
  if (!at) return;
  try {
    const listener = await listen(at);
    log.info({ ...at }, 'Mail is taken in');
    onStop('mail listener', listener.close);
    await noteReachable('mail_listener').catch(notWritten);
  } catch (error) {
    // Pages are still served: if another process has the port, it may become free later.
    log.error({ err: error, ...at }, 'Mail is not taken in: MAIL_LISTEN cannot be listened to');
    await noteUnreachable('mail_listener', says(error), now()).catch(notWritten);
    setTimeout(() => void startListener(), RETRY_DELAY).unref();
  }
}

/**
 * MAIL-3, MAIL-6 · An SMTP server only for our own addresses: unknown recipients get 550, there is no relaying and no sign-in.
 * An email answered with 250 is in the database; one that could not be stored is to be sent again.
 */
export async function listen({ host, port }: { host: string; port: number }): Promise<Listener> {
  let underWay = 0;
  /** The number of connections per address. */
  const connections = new Map<string, number>();
  const countFrom = ({ remoteAddress }: SMTPServerSession, by: 1 | -1): number => {
    const there = (connections.get(remoteAddress) ?? 0) + by;
    if (there > 0) connections.set(remoteAddress, there);
    else connections.delete(remoteAddress);
    return there;
  };
  /** Per connection: the recipients that are unknown, or not checked yet. */
  const unknownTo = new WeakMap<SMTPServerSession, number>();
  const server = new SMTPServer({
    name: 'casebridge',
    banner: 'Casebridge',
    size: LARGEST_MAIL,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: LIMITS.connections,
    maxCommandLength: LONGEST_COMMAND,
    socketTimeout: TIMEOUT.silent,
    closeTimeout: TIMEOUT.end,
    logger: false,
    onConnect(session, tell) {
      const isOneTooMany = countFrom(session, 1) > LIMITS.connectionsOfOne;
      tell(isOneTooMany ? refusal(421, '4.7.0 Too many connections from there, try again later') : null);
    },
    onClose: (session) => void countFrom(session, -1),
    onRcptTo({ address }, session, tell) {
      if (session.envelope.rcptTo.length >= LIMITS.recipients) return tell(refusal(452, '4.5.3 Too many recipients'));
      const unknown = unknownTo.get(session) ?? 0;
      if (unknown >= LIMITS.unknownRecipients) return tell(refusal(421, '4.7.0 Too many addresses that there are not'));
      unknownTo.set(session, unknown + 1);
      isKnownRecipient(db(), address).then(
        (isKnown) => {
          if (isKnown) unknownTo.set(session, (unknownTo.get(session) ?? 1) - 1);
          tell(isKnown ? null : refusal(550, '5.1.1 There is no such address'));
        },
        (error: unknown) => tell(unavailable(error)),
      );
    },
    onData(stream, session, tell) {
      const announced = LARGEST_MAIL / 10;
      if (underWay + announced > LIMITS.bytes) {
        stream.resume();
        stream.on('end', () => tell(busy()));
        return;
      }
      take(stream, session, (bytes) => {
        underWay += bytes;
        return underWay <= LIMITS.bytes;
      }).then(
        () => tell(null, '2.0.0 Taken'),
        (error: unknown) => tell(error instanceof Error && 'responseCode' in error ? error : unavailable(error)),
      );
    },
  });
  server.on('error', (error) => log.debug({ err: error }, 'A mail connection ended'));
  server.server.on('connection', (socket: Socket) => {
    const whole = setTimeout(() => socket.destroy(), TIMEOUT.whole);
    whole.unref();
    socket.once('close', () => clearTimeout(whole));
  });
  const listening = server.listen(port, host);
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function unavailable(error: unknown): Error {
  if (error instanceof MailDeferred) return later(error);
  log.error({ err: error }, 'A mail could not be taken in');
  return refusal(451, '4.3.0 Not now, try again later');
}

/** Stores an email with its envelope, as a final mail server does; `count` tells whether there is room. */
async function take(
  stream: SMTPServerDataStream,
  { envelope, remoteAddress }: SMTPServerSession,
  count: (bytes: number) => boolean,
): Promise<void> {
  const chunks: Buffer[] = [];
  let [size, isTooMuch, read, pieces] = [0, false, 0, 0];
  try {
    // Read rejected data to its end: the sending server waits for an answer only then.
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      read += chunk.length;
      pieces += 1;
      if (pieces > PIECES.any + read / PIECES.bytes) throw refusal(421, '4.7.0 The email comes in too many pieces');
      if (isTooMuch || stream.sizeExceeded) continue;
      size += chunk.length;
      isTooMuch = !count(chunk.length);
      chunks.push(chunk);
    }
    if (stream.sizeExceeded) throw refusal(552, '5.3.4 The email is too large');
    if (isTooMuch) throw busy();
    const from = envelope.mailFrom ? envelope.mailFrom.address : '';
    const trace = [
      `Return-Path: <${oneLine(from)}>`,
      ...envelope.rcptTo.map(({ address }) => `Delivered-To: ${oneLine(address)}`),
    ];
    await receive(Buffer.concat([Buffer.from(`${trace.join('\r\n')}\r\n`), ...chunks]), {
      source: 'smtp',
      cameFrom: networkOf(remoteAddress),
    });
  } finally {
    count(-size);
  }
}

const oneLine = (address: string) => address.replaceAll(/[\p{Cc}<>\s]/gu, '');

/** MAIL-3 · Whether email to this address is accepted: the support address, or a reply address. */
async function isKnownRecipient(tx: Db, address: string): Promise<boolean> {
  const settings = await readSettings(tx);
  const recipient = address.trim().toLowerCase();
  if (recipient === addressOf(property(settings, 'mail.from'))) return true;
  const [answer] = tokensAmong([recipient]);
  if (!answer || !recipient.endsWith(`@${property(settings, 'mail.reply_domain').toLowerCase()}`)) return false;
  const where = { replyToken: answer.token, task: { number: answer.number } };
  return (await tx.mail.count({ where })) > 0;
}
