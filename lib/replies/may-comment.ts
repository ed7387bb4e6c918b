import { may, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';

/** The customer of a case. */
export type Owned = { kind: 'case' } & Record<
  'accountId' | 'contactId' | 'consumerId' | 'majorCaseState',
  string | null
>;

/** NOT-8 · Users who may comment on the case answer by a comment, others by a small message of Notify Customers. */
export const answersByComment = (actor: Actor, theCase: Owned): boolean =>
  may(actor, 'comment', 'case').ok && mayWork(actor, theCase).ok;
