import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { notFound } from '#lib/platform/verdict.ts';
import { lockList } from '../lock-list.ts';
import type { SetCommunication } from '../schema.ts';

/** MAJ-5 · Sets whether a customer also receives the comment by email when the case is created. */
export async function setCommunication(actor: Actor, { recipientId, active, ...of }: SetCommunication): Promise<void> {
  await runCommand(actor, 'set-communication', async (context) => {
    const { id: listId } = await lockList(context, of);
    const { count } = await context.tx.recipient.updateMany({
      where: { id: recipientId, listId },
      data: { activeCommunication: active },
    });
    if (count === 0) throw notFound('recipient');
  });
}
