import { commentAudience } from '#lib/journal/comment-audience.ts';
import type { CommentReader } from '#lib/journal/queries/comment-reader.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { integer, type Settings } from '#lib/settings/settings.ts';
import { answersByComment, type Owned } from './may-comment.ts';

export type AudienceContext = Owned & {
  incidentId: string | null;
  account: string;
  /** The recipients of email about a comment. */
  reader: CommentReader | null;
  /** The customer of the case, and why nothing can be sent; empty: a message can be sent. */
  customer: { name: string; reason: string } | null;
};

/** NOT-7 · An answer to many replies counts as a message. */
function confirmedFirst(settings: Settings): string {
  const limit = integer(settings, 'notify.second_approval_above');
  return limit > 0 ? ` A second person must confirm it if it goes to more than ${limit.toLocaleString('en')}.` : '';
}

/** NOT-1 · The readers of a Notify Customers message in one case. */
function messageAudience({ customer }: AudienceContext): string | null {
  if (!customer) return null;
  const { name, reason } = customer;
  if (reason) return `${name} will see this. No email is sent: ${reason}.`;
  return `${name} will be emailed.`;
}

/** NOT-8, MAIL-10 · The readers of an answer to a reply, in the same words as in the composer of the case. */
export function replyAudience(actor: Actor, around: AudienceContext, settings: Settings): string {
  const { incidentId, account, reader } = around;
  const byComment = answersByComment(actor, around);
  const message = byComment ? null : messageAudience(around);
  const record = { kind: 'case', incidentId: byComment ? incidentId : null } as const;
  const composer = { actor, settings, reader: byComment ? reader : null, account, isTold: false, watched: false };
  return (message ?? commentAudience(record, composer)) + confirmedFirst(settings);
}
