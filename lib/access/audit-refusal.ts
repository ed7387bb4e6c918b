import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import type { Refusal } from '#lib/platform/verdict.ts';

/** A record that a bulk command skipped, and why. */
export type RefusedRecord = { number: string; rule: string; because: string };

/** An access refusal: missing permission, or a missing or hidden record. Rate limits (ACC-12) are audited by count instead. */
const isAboutAccess = ({ rule }: { rule: string }) =>
  rule === 'REL-16' || (rule.startsWith('ACC-') && rule !== 'ACC-12');

const inWords = ({ rule, because }: Refusal) => `${rule}: ${because}`;

/** ADM-12 · Logs an attempt without permission, outside the command's transaction, which the refusal rolled back. */
export async function auditRefusal(actor: Actor, permission: string, refusal: Refusal): Promise<void> {
  if (!isAboutAccess(refusal)) return;
  await recordAudit(db(), actor, { action: 'action.refused', subject: permission, newValue: inWords(refusal) });
}

/** ADM-12 · The same for requests that a page repeats: an actor's same attempt is logged once an hour. */
export async function auditRefusalHourly(actor: Actor, permission: string, refusal: Refusal): Promise<void> {
  const alreadyLogged = await db().auditEntry.findFirst({
    where: {
      actorId: actor.id,
      action: 'action.refused',
      subject: permission,
      newValue: { equals: inWords(refusal) },
      at: { gt: new Date(now().getTime() - 3_600_000) },
    },
    select: { id: true },
  });
  if (!alreadyLogged) await auditRefusal(actor, permission, refusal);
}

/** ADM-12 · The same for a bulk command that skips some records: one entry with all their numbers. */
export async function auditBulkRefusals(
  actor: Actor,
  permission: string,
  refused: readonly RefusedRecord[],
): Promise<void> {
  const attempts = refused.filter(isAboutAccess);
  if (attempts.length === 0) return;
  const each = attempts.map(({ number, rule }) => `${number} (${rule})`).join(', ');
  const newValue = `${attempts.length} ${attempts.length === 1 ? 'record' : 'records'} refused: ${each}`;
  await recordAudit(db(), actor, { action: 'action.refused', subject: permission, newValue });
}
