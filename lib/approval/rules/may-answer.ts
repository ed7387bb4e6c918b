import { mayApprove } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { isBlank } from '#lib/platform/visible-text.ts';

type Query = { approverId: string; answer: string };

/** CHG-1 · Only the approver answers, once; a rejection needs a reason. */
export function mayAnswer(actor: Actor, approval: Query, answer: string, reason: string): Verdict {
  return first(
    mayApprove(actor),
    approval.approverId === actor.id ? yes : no('ACC-6', 'This approval is for someone else.'),
    approval.answer === 'requested' ? yes : no('CHG-1', 'This approval is no longer needed.'),
    answer === 'approved' || !isBlank(reason) ? yes : no('CHG-1', 'Write why you reject it.', 'reason'),
  );
}
