import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { retryServerNow } from '#lib/platform/unreachable-servers.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import { probeMailServer } from '../probe-mail-server.ts';

/**
 * ADM-11 · Checks that the mail server answers and accepts the user name and password; null, or the error. The check itself
 * sends no email, but waiting emails leave at once when the server is back.
 */
export async function checkMailServer(actor: Actor): Promise<string | null> {
  enforce(mayAdminister(actor));
  const url = smtpUrl();
  if (url === null) throw new Refusal('ADM-11', 'No email server is set up: emails stay in the mailbox.');
  const because = await probeMailServer(url);
  if (because !== null) return because;
  await retryServerNow('mail_server', now());
  await db().$executeRaw`select ${wakeJob('send-mails')}`;
  return null;
}
