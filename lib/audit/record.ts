import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import type { Db } from '#lib/platform/db.ts';

export type AuditedAct = {
  /** Noun and past participle: `sign-in.refused`, `property.changed`. */
  action: string;
  subject: string;
  oldValue?: string | null;
  newValue?: string | null;
  /** The entry that this act takes back. */
  undoes?: string | null;
};

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
