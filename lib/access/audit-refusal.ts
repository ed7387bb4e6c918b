import { recordAudit } from '#lib/audit/record.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { Refusal } from '#lib/platform/verdict.ts';

/** ADM-12 · What somebody tried without the right to it, outside the command's transaction, which the refusal has rolled back. */
export async function auditRefusal(actor: Actor, permission: string, { rule, because }: Refusal): Promise<void> {
  if (!rule.startsWith('ACC')) return;
  await recordAudit(db(), actor, { action: 'action.refused', subject: permission, newValue: `${rule}: ${because}` });
}
