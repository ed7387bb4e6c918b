import { changeMessages, notifications } from '#lib/announce/publish.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import type { Bounce } from './rules/bounce.ts';

type Failed = { id: string; taskId: string | null; kind: string | null };

/**
 * MAIL-6 · Marks bounced emails as failed, and addresses that do not exist as unreachable. Anyone can write a report, so it
 * counts only for an email that it names and the address to which that email was sent.
 */
export async function recordBounce(
  tx: Db,
  { failed, messageIds }: Bounce,
): Promise<{ mailId: string | null; taskId: string | null }> {
  const lists = {
    addresses: failed.map(({ address }) => address),
    said: failed.map(({ said }) => said),
    gone: failed.map(({ isGone }) => isGone),
  };
  const rows = await tx.$queryRaw<Failed[]>`
    with returned as (
      update mails m set status = 'failed', last_error = f.said
      from unnest(${lists.addresses}::text[], ${lists.said}::text[], ${lists.gone}::boolean[]) f(address, said, gone)
      where m.message_id = any(${messageIds}) and lower(m.address) = f.address and m.status = 'sent'
      returning m.id, m.task_id, m.recipient_id, m.address, f.said, f.gone),
    lost as (
      update users u set unreachable_since = ${now()}, unreachable_reason = r.said
      from (select distinct on (recipient_id) * from returned where gone order by recipient_id, id) r
      where u.id = r.recipient_id and u.email = lower(r.address) and u.unreachable_since is null)
    select r.id, r.task_id as "taskId", t.kind::text as kind from returned r left join tasks t on t.id = r.task_id order by r.id`;
  const [first] = rows;
  if (first)
    await tx.$executeRaw`${notifications(
      changeMessages(
        rows.flatMap(({ taskId: id, kind }) => (id ? [{ id, kind: kind as never }] : [])),
        [],
      ),
    )}`;
  const there = first ?? (await tx.mail.findFirst({ where: { messageId: { in: messageIds } } }));
  return { mailId: there?.id ?? null, taskId: there?.taskId ?? null };
}
