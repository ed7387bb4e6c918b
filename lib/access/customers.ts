import type { Actor } from '#lib/platform/actor.ts';
import { no, type Verdict, yes } from '#lib/platform/verdict.ts';
import { can, hasAnyRole, mayAdminister, maySeeCustomerOf, mayServeCustomer } from './policy.ts';
import { defaultRoles, type StaffRole } from './roles.ts';

const viewers: readonly StaffRole[] = ['sn_customerservice.case_viewer'];

/** ACC-6 · Users who work or read the cases of accounts and contacts can read these customers too. */
export function maySeeAccounts(actor: Actor): boolean {
  return hasAnyRole(actor, [...viewers, 'sn_customerservice_agent']);
}

/** ACC-6 · Users who work or read the cases of consumers can read these customers too. */
export function maySeeConsumers(actor: Actor): boolean {
  return hasAnyRole(actor, [...viewers, 'sn_customerservice.consumer_agent']);
}

/** ACC-6 · The kinds of customers for whom the actor may open a case; new cases offer only these. */
export function opensCasesFor(actor: Actor): ('contact' | 'consumer')[] {
  if (!can(actor, 'create', 'case')) return [];
  const nobody = { kind: 'case', accountId: null, contactId: null, consumerId: null } as const;
  const somebody = 'somebody';
  return [
    ...(maySeeCustomerOf(actor, { ...nobody, contactId: somebody }).ok ? ['contact' as const] : []),
    ...(maySeeCustomerOf(actor, { ...nobody, consumerId: somebody }).ok ? ['consumer' as const] : []),
  ];
}

/** ACC-6 · Whether the actor works the cases of all accounts or all consumers; required to create many cases at once. */
export function mayWorkCasesOf(actor: Actor, of: 'accounts' | 'consumers'): Verdict {
  const [accountId, consumerId] = of === 'accounts' ? ['somebody', null] : [null, 'somebody'];
  return mayServeCustomer(actor, { kind: 'case', accountId, contactId: null, consumerId });
}

/** ACC-7, ACC-14 · Administrators send password links to everybody, agents only to customers that they serve. */
export function maySendPasswordLink(actor: Actor, person: { kind: 'internal' | 'contact' | 'consumer' }): Verdict {
  if (person.kind === 'internal') return mayAdminister(actor);
  return serves(actor, person.kind) ? yes : no('ACC-6', 'Your roles do not allow you to invite this person.');
}

/**
 * ACC-14 · Administrators add any person; agents add customers that they serve. An agent grants exactly the usual role of such
 * a customer.
 */
export function mayAddPerson(actor: Actor, kind: 'contact' | 'consumer', roles: readonly string[]): Verdict {
  if (mayAdminister(actor).ok) return yes;
  if (!serves(actor, kind)) return no('ACC-6', `Your roles do not allow you to add a ${kind}.`);
  if (roles.length === 1 && roles[0] === defaultRoles[kind]) return yes;
  return no('ACC-6', 'Only administrators choose the roles of a person.', 'roles');
}

/** ACC-14 · The kinds of customers that the actor may add; forms offer only these. */
export function kindsToAdd(actor: Actor): ('contact' | 'consumer')[] {
  return (['contact', 'consumer'] as const).filter((kind) => mayAddPerson(actor, kind, [defaultRoles[kind]]).ok);
}

/** ACC-14 · Whether the actor edits customers of any kind; `kindsToAdd` says which kinds. */
export function mayEditCustomers(actor: Actor): Verdict {
  return kindsToAdd(actor).length > 0 ? yes : no('ACC-6', 'Your roles do not allow you to edit customers.');
}

const serves = (actor: Actor, kind: 'contact' | 'consumer') =>
  hasAnyRole(actor, [kind === 'contact' ? 'sn_customerservice_agent' : 'sn_customerservice.consumer_agent']);
