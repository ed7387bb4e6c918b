import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { addToList } from '../fill-list.ts';
import { lockList } from '../lock-list.ts';
import type { AddedByHand } from '../rules/messages.ts';
import type { AddRecipients } from '../schema.ts';

/** MAJ-5 · Adds customers to a list by hand; a refresh keeps them. */
export async function addRecipients(actor: Actor, { customerIds, ...of }: AddRecipients): Promise<AddedByHand> {
  const { value } = await runCommand(actor, 'add-recipients', async (context) =>
    addToList(context, await lockList(context, of), customerIds),
  );
  return value;
}
