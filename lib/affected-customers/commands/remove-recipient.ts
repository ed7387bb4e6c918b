import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, notFound } from '#lib/platform/verdict.ts';
import { lockList } from '../lock-list.ts';
import { listMayShrink } from '../rules/list-changes.ts';
import type { ChangeRecipient } from '../schema.ts';

/** MAJ-5 · Removes a customer from a list that has no child cases yet. */
export async function removeRecipient(actor: Actor, { recipientId, ...of }: ChangeRecipient): Promise<void> {
  await runCommand(actor, 'remove-recipient', async (context) => {
    const { id: listId, fixedAt } = await lockList(context, of);
    enforce(listMayShrink(fixedAt));
    const { count } = await context.tx.recipient.deleteMany({ where: { id: recipientId, listId } });
    if (count === 0) throw notFound('recipient');
  });
}
