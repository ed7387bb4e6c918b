import { recordAudit } from '#lib/audit/record.ts';
import type { Person } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { endSessionsOf } from '#lib/session/sessions.ts';

/** ACC-3 · Ends all of the user's own sessions, this one too. */
export function signOutEverywhere(actor: Person): Promise<number> {
  return transaction(async (tx) => {
    await recordAudit(tx, actor, { action: 'user.signed-out-everywhere', subject: actor.name });
    return endSessionsOf(tx, actor.id, 'everywhere');
  });
}
