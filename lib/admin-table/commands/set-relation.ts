import { mayAdminister } from '#lib/access/policy.ts';
import { findReferences } from '#lib/kinds/reference.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { relationSubject } from '../related-ids.ts';
import { relationSettings } from '../relation-setting.ts';
import { relations } from '../relations.ts';
import type { SetRelation } from '../schema.ts';

/** ADM-6, ADM-7 · Relates two rows, or removes their relation. False: nothing changed. */
export async function setRelation(actor: Actor, { relation, fromId, toId, related }: SetRelation): Promise<boolean> {
  enforce(mayAdminister(actor));
  const { from, to, noun } = relations[relation];
  const ids = { fromId, toId };
  return transaction(async (tx) => {
    const found = [
      ...(await findReferences(tx, from.target, [fromId])),
      ...(await findReferences(tx, to.target, [toId])),
    ];
    if (found.length < 2) throw notFound(noun);
    const change = { subject: relationSubject(ids), value: related ? ids : null };
    return changeSetting(tx, actor, relationSettings[relation], change);
  });
}
