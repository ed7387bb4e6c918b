import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import { type Json, wellFormed } from '#lib/platform/json.ts';
import type { AuditAction } from './audit-action.ts';

export type AuditedAction = {
  action: AuditAction;
  subject: string;
  oldValue?: Json;
  newValue?: Json;
  /** The entry that this change undoes. */
  undoes?: string | undefined;
};

const stored = (value: Json | undefined) => (value === undefined ? null : wellFormed(value)) ?? Prisma.DbNull;

/** ADM-12 · Writes an audit entry; an actor of `null` is a user who has not signed in. */
export async function recordAudit(tx: Db, actor: Pick<Actor, 'id'> | null, act: AuditedAction): Promise<string> {
  const entry = await tx.auditEntry.create({
    data: {
      at: now(),
      actorId: actor?.id ?? null,
      action: act.action,
      subject: act.subject.toWellFormed(),
      oldValue: stored(act.oldValue),
      newValue: stored(act.newValue),
      undoes: act.undoes ?? null,
    },
    select: { id: true },
  });
  return entry.id;
}
