import type { Actor } from '#lib/platform/actor.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { auditRefusalHourly } from './audit-refusal.ts';
import { mayUseWorkspace } from './policy.ts';

/** The audience of an entry point. For the other side it does not exist. */
export type Side = 'staff' | 'customers' | 'both';

/** POR-20 · Whether something for this side exists for the actor. */
export function isOnSide(actor: Actor, side: Side): boolean {
  return side === 'both' || mayUseWorkspace(actor) === (side === 'staff');
}

/** POR-20, ADM-12 · Requests from the other side are answered as not found; each attempt is audited once an hour. */
export async function enforceSide(actor: Actor, side: Side, permission: string): Promise<void> {
  if (isOnSide(actor, side)) return;
  const refusal = notFound('page');
  await auditRefusalHourly(actor, permission, refusal);
  throw refusal;
}
