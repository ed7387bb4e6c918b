import type { Actor } from '#lib/platform/actor.ts';
import { holdsOneOf } from './policy.ts';
import type { StaffRole } from './roles.ts';

const viewers: readonly StaffRole[] = ['sn_customerservice.case_viewer'];

/** ACC-6 · Who works or reads the cases of accounts and contacts reads these too. */
export function maySeeAccounts(actor: Actor): boolean {
  return holdsOneOf(actor, [...viewers, 'sn_customerservice_agent']);
}

/** ACC-6 · Who works or reads the cases of consumers reads these too. */
export function maySeeConsumers(actor: Actor): boolean {
  return holdsOneOf(actor, [...viewers, 'sn_customerservice.consumer_agent']);
}
