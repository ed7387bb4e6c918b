import { may, mayWork } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';

/** Whose a case is. */
export type Owned = { kind: 'case' } & Record<
  'accountId' | 'contactId' | 'consumerId' | 'majorCaseState',
  string | null
>;

/** NOT-8 · Who may comment on the case answers by a comment; others by a small message of Notify Customers. */
export const answersByComment = (actor: Actor, theCase: Owned): boolean =>
  may(actor, 'comment', 'case').ok && mayWork(actor, theCase).ok;
