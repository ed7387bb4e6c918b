import { maySeeImpact } from '#lib/access/policy.ts';
import { namedRecord } from '#lib/access/readable-record.ts';
import { type SourceKind, sourceKinds } from '#lib/kinds/outage-source.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { kindOfNumber, type TaskKind } from '#lib/record/kind.ts';
import type { Origin } from '../affected-sql.ts';
import type { ImpactOf } from '../schema.ts';

/** IMP-1 · The kinds of records whose page shows affected customers. */
export const hasImpact = (kind: TaskKind): kind is SourceKind => sourceKinds.some((each) => each === kind);

/**
 * IMP-1 · The origin of the impact. Refused: REL-16 for a record or configuration item that is missing or hidden, ACC-6 for
 * actors who may not see the affected customers.
 */
export async function findOrigin(actor: Actor, of: ImpactOf): Promise<Origin> {
  if ('item' in of) {
    enforce(maySeeImpact(actor));
    const item = await db().configurationItem.findUnique({ where: { id: of.item }, select: { id: true } });
    if (!item) throw notFound('configuration item');
    return { configurationItemId: item.id };
  }
  const kind = kindOfNumber(of.number);
  if (!kind || !hasImpact(kind)) throw notFound(of.number);
  const { id } = await namedRecord(actor, { kind, number: of.number }, maySeeImpact);
  return { taskId: id };
}
