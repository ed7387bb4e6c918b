import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { fitsSort } from '../condition.ts';
import { fillList } from '../fill-list.ts';
import { lockList } from '../lock-list.ts';
import { conditionFits } from '../rules/list-changes.ts';
import type { Filled } from '../rules/messages.ts';
import type { SaveCondition } from '../schema.ts';

/** MAJ-5 · Saves a list's condition and fills the list. */
export async function saveCondition(actor: Actor, { condition, ...of }: SaveCondition): Promise<Filled> {
  const { value } = await runCommand(actor, 'fill-recipients', async (context) => {
    const list = await lockList(context, of);
    enforce(conditionFits(fitsSort(condition, list.of), list.of));
    await context.tx.recipientsList.update({ where: { id: list.id }, data: { condition } });
    return fillList(context, list, condition);
  });
  return value;
}
