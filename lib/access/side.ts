import type { Actor } from '#lib/platform/actor.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { auditRefusalHourly } from './audit-refusal.ts';
import { mayUseWorkspace } from './policy.ts';

/** Whom a way in is for. What is for one side does not exist for the other. */
export type Side = 'staff' | 'customers' | 'both';

/** POR-20 · Whether something that is for this side exists for the actor. */
export function isOnSide(actor: Actor, side: Side): boolean {
  return side === 'both' || mayUseWorkspace(actor) === (side === 'staff');
}

/** POR-20, ADM-12 · What is for the other side is answered like what does not exist; an attempt stands in the audit log once an hour. */
export async function enforceSide(actor: Actor, side: Side, permission: string): Promise<void> {
  if (isOnSide(actor, side)) return;
  const refusal = notFound('page');
  await auditRefusalHourly(actor, permission, refusal);
  throw refusal;
}
