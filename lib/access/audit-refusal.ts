import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { Refusal } from '#lib/platform/verdict.ts';

/** A record that a command for many has left alone, and why. */
export type RefusedRecord = { number: string; rule: string; because: string };

/** About access: no right to it, or a record that is missing or hidden. Calling too often (ACC-12) is audited by its count. */
const isAboutAccess = ({ rule }: { rule: string }) =>
  rule === 'REL-16' || (rule.startsWith('ACC-') && rule !== 'ACC-12');

/** ADM-12 · What somebody tried without the right to it, outside the command's transaction, which the refusal has rolled back. */
export async function auditRefusal(actor: Actor, permission: string, refusal: Refusal): Promise<void> {
  if (!isAboutAccess(refusal)) return;
  const newValue = `${refusal.rule}: ${refusal.because}`;
  await recordAudit(db(), actor, { action: 'action.refused', subject: permission, newValue });
}

/** ADM-12 · The same for a command that leaves some records alone and does the others: one entry with all their numbers. */
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
