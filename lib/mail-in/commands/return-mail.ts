import { may } from '#lib/access/policy.ts';
import { recordAudit } from '#lib/audit/record.ts';
import type { Person } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockMail } from '../review-mail.ts';
import { mayGoBack } from '../rules/move-mail.ts';
import type { MailId } from '../schema.ts';

/** MAIL-5 · Returns a discarded email to the review. */
export async function returnMail(actor: Person, { id }: MailId): Promise<void> {
  await transaction(async (tx) => {
    const outcome = await lockMail(tx, actor, id);
    enforce(may(actor, 'edit', 'case'));
    enforce(mayGoBack(outcome));
    const data = { outcome: 'waits_for_review', reviewedById: null, reviewedAt: null } as const;
    const { fromAddress } = await tx.incomingMail.update({ where: { id }, data });
    await recordAudit(tx, actor, { action: 'email.reviewed', subject: fromAddress || id, newValue: 'Back to review' });
  });
}
