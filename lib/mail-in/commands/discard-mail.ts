import type { Person } from '#lib/platform/actor.ts';
import { reviewMail } from '../review-mail.ts';
import type { MailId } from '../schema.ts';

/** MAIL-5 · Discards an email that waits; it stays stored and can be returned to the review. */
export async function discardMail(actor: Person, { id }: MailId): Promise<void> {
  await reviewMail(actor, id, async () => ({ fate: { outcome: 'discarded' }, audited: 'Discarded' }), {
    takesFiles: false,
  });
}
