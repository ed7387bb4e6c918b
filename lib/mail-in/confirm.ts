import { insertMails } from '#lib/mail-out/insert-mails.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';

const OPENED = 'case opened by email';
const FOLLOWED = 'answer to a closed case';

/** MAIL-9 · The most confirmations that an address gets per day, even if others forge it as a sender. */
const A_DAY = 10;

type Confirmation = { taskId: string; number: string; recipientId: string; old: string | null };

/**
 * MAIL-9, MAIL-11 · Emails the sender which case the email became, in the transaction that opened it: once a day per closed
 * case, and at most `A_DAY` times per recipient. The confirmation repeats none of the email's text.
 */
export async function confirmCase(tx: Db, { taskId, number, recipientId, old }: Confirmation): Promise<void> {
  const since = new Date(now().getTime() - 24 * 3_600_000);
  const recipient = await tx.user.findUniqueOrThrow({ where: { id: recipientId } });
  const recent = { recipientId, createdAt: { gt: since } };
  const confirmations = await tx.mail.count({ where: { ...recent, event: { in: [OPENED, FOLLOWED] } } });
  const again = old
    ? await tx.mail.count({ where: { ...recent, event: FOLLOWED, facts: { path: ['old'], equals: old } } })
    : 0;
  if (!recipient.email || confirmations >= A_DAY || again > 0) return;
  const cause = await tx.cause.findFirst({ where: { taskId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  const mail = Prisma.sql`
    select ${taskId}::uuid as task_id, ${old ? FOLLOWED : OPENED}::text as event, ${recipientId}::uuid as recipient_id,
           ${recipient.email}::text as address, ${number}::text as subject, '' as body,
           ${JSON.stringify(old ? { old } : {})}::jsonb as facts, true as answerable, '' as reason`;
  await tx.$executeRaw(insertMails(mail, { causeId: cause?.id, at: now() }));
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
}
