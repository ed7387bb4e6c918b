import { readableTasks } from '#lib/access/readable.ts';
import { mayRetryMailsOf } from '#lib/access/updates.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { requeueMails } from '#lib/mail-out/requeue-mails.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { mayRetryMails } from '../rules/retry.ts';
import type { RetryMails } from '../schema.ts';

type Update = { causeId: string; number: string; kind: TaskKind };

/** SYNC-6, ADM-12 · Has the emails of an update that failed tried anew, the same ones. Returns how many wait to be sent. */
export async function retryMails(actor: Actor, { updateId }: RetryMails): Promise<number> {
  return transaction(async (tx) => {
    const [update] = await tx.$queryRaw<Update[]>`
      select l.cause_id as "causeId", t.number, t.kind::text as kind
      from ledger_updates l join tasks t on t.id = l.source_id
      where l.id = ${updateId}::uuid and ${readableTasks(actor)}`;
    if (!update) throw notFound('update');
    const { causeId, number, kind } = update;
    enforce(mayRetryMailsOf(actor, { kind }));
    const mails = await tx.$queryRaw<{ id: string }[]>`
      select id from mails where cause_id = ${causeId}::uuid and status = 'failed' order by id for update`;
    enforce(mayRetryMails(mails.length));
    const ids = mails.map(({ id }) => id);
    const waiting = await requeueMails(tx, ids, now());
    await recordAudit(tx, actor, { action: 'update.mails-resent', subject: number, newValue: ids.length });
    return waiting;
  });
}
