import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { fillList } from '../fill-list.ts';
import { lockList } from '../lock-list.ts';
import { listHasCondition } from '../rules/list-changes.ts';
import type { Filled } from '../rules/messages.ts';
import type { ListOf } from '../schema.ts';

/** MAJ-5 · Refills a list by its condition; customers added by hand stay. */
export async function refreshRecipients(actor: Actor, of: ListOf): Promise<Filled> {
  const { value } = await runCommand(actor, 'refresh-recipients', async (context) => {
    const list = await lockList(context, of);
    enforce(listHasCondition(list.condition !== null));
    return list.condition ? fillList(context, list, list.condition) : { added: 0, removed: 0 };
  });
  return value;
}
