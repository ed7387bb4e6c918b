import type { Actor } from '#lib/platform/actor.ts';
import { reviewMail } from '../review-mail.ts';
import type { MailId } from '../schema.ts';

/** MAIL-5 · Puts aside a mail that waits; it stays stored, and can be taken back. */
export async function discardMail(actor: Actor & { id: string }, { id }: MailId): Promise<void> {
  await reviewMail(actor, id, async () => ({ fate: { outcome: 'discarded' }, audited: 'Discarded' }), {
    takesFiles: false,
  });
}
