import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';
import type { AuditAction } from './audit-actions.ts';

type Told = { subject: string; oldValue?: string | null; newValue?: string | null };

/** An act that the log's page has words for, or the change of a setting, which brings its own name along. */
export type AuditedAct =
  | (Told & { action: AuditAction; undoes?: undefined })
  /** `undoes` is the entry that this change takes back. */
  | (Told & { action: string; undoes: string | undefined });

/** ADM-12 · who did what to the product itself; `null` is somebody who has not signed in. */
export async function recordAudit(tx: Db, actor: Pick<Actor, 'id'> | null, act: AuditedAct): Promise<string> {
  const entry = await tx.auditEntry.create({
    data: {
      at: now(),
      actorId: actor?.id ?? null,
      action: act.action,
      subject: act.subject,
      oldValue: act.oldValue ?? null,
      newValue: act.newValue ?? null,
      undoes: act.undoes ?? null,
    },
    select: { id: true },
  });
  return entry.id;
}
