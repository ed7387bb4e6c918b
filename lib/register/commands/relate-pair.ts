import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { changeSetting } from '#lib/property/change-setting.ts';
import { pairSettings, pairSubject, pairText } from '../pair-setting.ts';
import { pairs } from '../pairs.ts';
import type { RelatePair } from '../schema.ts';

/** ADM-6, ADM-7 · Relates two things, or takes their relation away. False: it was so already. */
export async function relatePair(actor: Actor, { pair, fromId, toId, related }: RelatePair): Promise<boolean> {
  enforce(mayAdminister(actor));
  return transaction(async (tx) => {
    const subject = pairSubject(fromId, toId);
    const text = await pairText(tx, pair, subject);
    if (text === null) throw notFound(pairs[pair].noun);
    return changeSetting(tx, actor, pairSettings[pair], { subject, value: related ? text : null });
  });
}
