import { wakeJob } from '#lib/jobs/enqueue.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import { mailDomain } from '#lib/platform/env.ts';
import type { Language } from '#lib/user/languages.ts';

const OPENED = 'case opened by email';
const FOLLOWED = 'answer to a closed case';

/** MAIL-9 · So many confirmations an address gets in a day, whoever writes in its name. */
const A_DAY = 10;

/** What a confirmation says: numbers, and nothing that anybody wrote. */
const words = {
  en: {
    opened: (number: string) => `We have your email. It is now case ${number}.`,
    followed: (number: string, old: string) => `${old} is closed, so your answer is now case ${number}.`,
  },
  ko: {
    opened: (number: string) => `보내 주신 메일을 받았습니다. 케이스 ${number}(으)로 등록되었습니다.`,
    followed: (number: string, old: string) =>
      `${old} 건이 종료되어 보내 주신 답변은 케이스 ${number}(으)로 등록되었습니다.`,
  },
} satisfies Record<Language, unknown>;

type Confirmation = { taskId: string; number: string; recipientId: string; old: string | null };

/**
 * MAIL-9, MAIL-11 · Tells the sender of a mail which case it became, in the transaction that opened it: once a day about the
 * same closed case, and to no address more often than a person writes. Says nothing that stood in the mail.
 */
export async function confirmCase(tx: Db, { taskId, number, recipientId, old }: Confirmation): Promise<void> {
  const since = new Date(now().getTime() - 24 * 3_600_000);
  const recipient = await tx.user.findUniqueOrThrow({ where: { id: recipientId } });
  const recent = { recipientId, createdAt: { gt: since } };
  const told = await tx.mail.count({ where: { ...recent, event: { in: [OPENED, FOLLOWED] } } });
  const again = old
    ? await tx.mail.count({ where: { ...recent, event: FOLLOWED, facts: { path: ['old'], equals: old } } })
    : 0;
  if (!recipient.email || told >= A_DAY || again > 0) return;
  const said = words[recipient.language as Language];
  const body = old ? said.followed(number, old) : said.opened(number);
  await tx.$queryRaw`
    with cause as (select id from causes where task_id = ${taskId}::uuid order by at, id limit 1), mail as (
      insert into mails (id, message_id, cause_id, task_id, event, recipient_id, address, subject, body, facts, reply_token,
                         status, next_try_at, created_at)
      select m.id, '<' || m.id || '@' || ${mailDomain()} || '>', cause.id, ${taskId}::uuid, ${old ? FOLLOWED : OPENED},
        ${recipientId}::uuid, ${recipient.email}, ${number}, ${body}, ${JSON.stringify(old ? { old } : {})}::jsonb,
        replace(gen_random_uuid()::text, '-', ''), 'queued', ${now()}, ${now()}
      from cause cross join (select uuid_v7() as id) m returning id)
    select ${wakeJob('send-mails')}::text from mail`;
}
