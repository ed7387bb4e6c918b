import { type Actor, isCustomer } from '#lib/platform/actor.ts';
import { holdsOneOf } from './policy.ts';
import type { Role } from './roles.ts';

const viewers: readonly Role[] = ['sn_customerservice.case_viewer'];

/** Spec 10 · Who works or reads the cases of accounts and contacts reads these too. */
export function maySeeAccounts(actor: Actor): boolean {
  return !isCustomer(actor) && holdsOneOf(actor, [...viewers, 'sn_customerservice_agent']);
}

/** Spec 10 · Who works or reads the cases of consumers reads these too. */
export function maySeeConsumers(actor: Actor): boolean {
  return !isCustomer(actor) && holdsOneOf(actor, [...viewers, 'sn_customerservice.consumer_agent']);
}
