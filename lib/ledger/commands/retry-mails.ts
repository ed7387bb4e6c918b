import { readableTasks } from '#lib/access/readable.ts';
import { mayRetryMailsOf } from '#lib/access/updates.ts';
import { recordAudit } from '#lib/audit/record.ts';
import { requeueMails } from '#lib/mail-out/requeue-mails.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { loadRecord } from '#lib/record/kind-table.ts';
import { beganHere } from '../began-here.ts';
import { mayRetryMails, type Retried, retryPauseFrom } from '../rules/retry.ts';
import type { RetryMails } from '../schema.ts';

type Update = { causeId: string; sourceId: string; at: Date; number: string; kind: TaskKind; beganHere: boolean };

/** SYNC-6, ADM-12 · Requeues the failed emails of an update. MAIL-6: except emails to addresses that cannot be reached. */
export async function retryMails(actor: Actor, { updateId }: RetryMails): Promise<Retried> {
  return transaction(async (tx) => {
    const [update] = await tx.$queryRaw<Update[]>`
      select l.cause_id as "causeId", l.source_id as "sourceId", l.at, t.number, t.kind::text as kind, ${beganHere} as "beganHere"
      from ledger_updates l join causes c on c.id = l.cause_id join tasks t on t.id = l.source_id
      where l.id = ${updateId}::uuid and ${readableTasks(actor)} for update of l`;
    if (!update) throw notFound('update');
    enforce(mayRetryMailsOf(actor, await loadRecord(tx, update.kind, update.sourceId)));
    const mails = await tx.$queryRaw<{ id: string; unreachable: boolean }[]>`
      select m.id, u.unreachable_since is not null as unreachable from mails m left join users u on u.id = m.recipient_id
      where m.cause_id = ${update.causeId}::uuid and ${update.beganHere} and m.status = 'failed' order by m.id for update of m`;
    const at = now();
    const entry = { action: 'update.mails-resent', subject: update.number, oldValue: update.at.toISOString() } as const;
    const { oldValue, ...where } = entry;
    const since = { gt: retryPauseFrom(at) };
    const recentRetries = await tx.auditEntry.count({ where: { ...where, at: since, oldValue: { equals: oldValue } } });
    const ids = mails.flatMap(({ id, unreachable }) => (unreachable ? [] : [id]));
    const unreachable = mails.length - ids.length;
    enforce(
      mayRetryMails(
        { failed: mails.length, unreachable, updatedAt: update.at, retriedRecently: recentRetries > 0 },
        at,
      ),
    );
    const waiting = await requeueMails(tx, ids, { at, asReachable: false });
    await recordAudit(tx, actor, { ...entry, newValue: ids.length });
    return { waiting, unreachable };
  });
}
