import { insertMails } from '#lib/mail-out/insert-mails.ts';
import { templatesOf } from '#lib/mail-out/templates/of-language.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import type { LinkPurpose } from '#lib/session/link-purpose.ts';
import { makeLink } from '#lib/session/one-time-token.ts';
import { isLanguage } from '#lib/words/languages.ts';

type Recipient = { id: string; email: string; language: string };

/** ACC-7 · Queues the email with a link to choose a password: an invitation or a reset. */
export async function sendPasswordLink(
  tx: Db,
  purpose: LinkPurpose,
  { id, email, language }: Recipient,
): Promise<void> {
  const seed = await makeLink(tx, purpose, id);
  const { subjects } = templatesOf[isLanguage(language) ? language : 'en'];
  const mail = Prisma.sql`
    select null::uuid as task_id, ${purpose}::text as event, ${id}::uuid as recipient_id, ${email}::text as address,
           ${subjects[purpose]}::text as subject, ''::text as body, ${JSON.stringify({ seed })}::jsonb as facts,
           false as answerable, ''::text as reason`;
  await tx.$executeRaw`${insertMails(mail, { causeId: undefined, at: now() })}`;
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
}
