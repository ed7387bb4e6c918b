import type { Db } from '#lib/platform/db.ts';
import { wakeJob } from '#lib/queue/enqueue.ts';
import { isCustomerOf } from './customer-of-case.ts';
import { holdFromStrangers } from './hold-unreadable.ts';
import { NO_ADDRESS } from './rules/resend.ts';

type Requeued = {
  id: string;
  recipientId: string | null;
  waits: boolean;
  /** The recipient is the customer of the case or visit, or was invited. */
  isCustomer: boolean;
};

/**
 * ADM-9, NOT-3 · Requeues emails with all their tries: the same emails and Message-IDs, to each recipient's current address.
 * Recipients who are inactive, have no address or may not see the record are left out. `asReachable`: treats an address as
 * working until another email bounces (MAIL-6). Returns how many emails wait to be sent.
 */
export async function requeueMails(
  tx: Db,
  ids: readonly string[],
  { at, asReachable }: { at: Date; asReachable: boolean },
): Promise<number> {
  const mails = await tx.$queryRaw<Requeued[]>`
    update mails m set status = n.status::mail_status, reason = n.reason, address = n.address, tries = 0, held = false,
      sent_at = null, next_try_at = case when n.status = 'queued' then ${at}::timestamptz end
    from (
      select m.id, case when r.reason = '' then 'queued' else 'suppressed' end as status, r.reason,
             coalesce(u.email, m.address) as address,
             t.id is null or ${isCustomerOf('m')} as is_customer
      from mails m left join tasks t on t.id = m.task_id left join accounts a on a.id = t.account_id
      left join users u on u.id = m.recipient_id
      cross join lateral (select case when not u.active then 'recipient is no longer active'
        when u.email is null and (u.id is not null or m.address = '') then ${NO_ADDRESS} else '' end as reason) r
      where m.id = any(${[...ids]}::uuid[])) n
    where m.id = n.id
    returning m.id, m.recipient_id as "recipientId", n.status = 'queued' as waits, n.is_customer as "isCustomer"`;
  const waiting = mails.filter(({ waits }) => waits);
  await holdFromStrangers(
    tx,
    waiting.flatMap(({ id, recipientId, isCustomer }) => (recipientId && !isCustomer ? [{ id, recipientId }] : [])),
  );
  const recipients = asReachable ? waiting.flatMap(({ recipientId }) => recipientId ?? []) : [];
  await tx.user.updateMany({
    where: { id: { in: recipients }, unreachableSince: { not: null } },
    data: { unreachableSince: null, unreachableReason: '' },
  });
  await tx.$executeRaw`select ${wakeJob('send-mails')}`;
  return tx.mail.count({ where: { id: { in: waiting.map(({ id }) => id) }, status: 'queued' } });
}
