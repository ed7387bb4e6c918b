import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { isStopping } from '#lib/platform/lifecycle.ts';
import { log } from '#lib/platform/log.ts';
import { attemptsAllowed, noteReachable, noteUnreachable } from '#lib/platform/unreachable-servers.ts';
import { untilDatabaseAnswers } from '#lib/platform/until-database-answers.ts';
import { readSettings, type Settings } from '#lib/settings/settings.ts';
import { type Delivered, deliver } from './deliver.ts';
import { claimDueMails, type DueMail, recordDeliveries } from './due-mails.ts';
import { probeMailServer } from './probe-mail-server.ts';
import { mailTransport } from './transport.ts';

const BATCH = 80;

/**
 * MAIL-2, MAIL-12 · Sends all due emails in batches and reports how many were sent. Several processes can run it at once.
 * While the mail server is unavailable, one email is tried after growing pauses; once it succeeds, the others follow.
 */
export async function sendDueMails(): Promise<string> {
  const url = smtpUrl();
  const turn = url === null ? 'all' : await attemptsAllowed('mail_server', now());
  if (turn === 'none') return 'Emails wait for the mail server';
  let [sent, atMost] = [0, turn === 'one' ? 1 : BATCH];
  while (!isStopping()) {
    const settings = await readSettings(db());
    const mails = await claimDueMails(now(), atMost);
    // Waiting emails may be due later: then check the server without sending an email.
    if (mails.length === 0 && atMost === BATCH) break;
    const { tried, away } =
      mails.length > 0 ? await send(mails, settings) : { tried: [], away: url && (await probeMailServer(url)) };
    // If this write were lost, the emails would be sent again.
    await untilDatabaseAnswers(() => recordDeliveries(tried, now()));
    sent += tried.filter(({ delivery }) => delivery.outcome === 'sent').length;
    const failed = tried.filter(({ delivery }) => delivery.outcome === 'failed').length;
    if (failed > 0 || away !== null) log.warn({ failed, away }, 'Mails were not sent');
    if (away !== null) {
      await noteUnreachable('mail_server', away, now());
      return `${sent} mails sent, the others wait for the mail server`;
    }
    if (atMost < BATCH) await noteReachable('mail_server');
    atMost = BATCH;
  }
  return `${sent} mails sent`;
}

/** Without a mail server, an email is sent as soon as it is in the built-in mailbox. */
async function send(mails: readonly DueMail[], settings: Settings): Promise<Delivered> {
  const transport = mailTransport();
  if (transport) return deliver(transport, mails, settings);
  return { tried: mails.map((mail) => ({ mail, delivery: { outcome: 'sent' } })), away: null };
}
