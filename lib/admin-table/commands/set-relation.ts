import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { pairText, relationSettings, relationSubject } from '../relation-setting.ts';
import { relations } from '../relations.ts';
import type { SetRelation } from '../schema.ts';

/** ADM-6, ADM-7 · Relates two things, or takes their relation away. False: it was so already. */
export async function setRelation(actor: Actor, { relation, fromId, toId, related }: SetRelation): Promise<boolean> {
  enforce(mayAdminister(actor));
  return transaction(async (tx) => {
    const subject = relationSubject(fromId, toId);
    const text = await pairText(tx, relation, subject);
    if (text === null) throw notFound(relations[relation].noun);
    return changeSetting(tx, actor, relationSettings[relation], { subject, value: related ? text : null });
  });
}
