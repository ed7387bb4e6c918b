import { can, may } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { RecordOf } from '#lib/record/record.ts';

/** POR-7 · Users who work changes may ask their customers, and so may users who work cases and link changes to them. */
export const mayAskContact = (actor: Actor): Verdict =>
  can(actor, 'edit', 'change') ? yes : first(may(actor, 'link', 'change'), may(actor, 'edit', 'case'));

/** POR-7 · Contacts are asked only while the change waits for its approvers. */
export function changeWaitsForApproval({ number, approval }: Pick<RecordOf<'change'>, 'number' | 'approval'>): Verdict {
  return approval === 'requested' ? yes : no('POR-7', `${number} does not wait for approval.`);
}
