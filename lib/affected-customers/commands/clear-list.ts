import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockList } from '../lock-list.ts';
import { listMayShrink } from '../rules/list-changes.ts';
import type { ListOf } from '../schema.ts';

/** MAJ-5 · Empties a list that has no child cases yet. Returns how many customers were on it. */
export async function clearList(actor: Actor, of: ListOf): Promise<number> {
  const { value } = await runCommand(actor, 'clear-recipients', async (context) => {
    const { id, fixedAt } = await lockList(context, of);
    enforce(listMayShrink(fixedAt));
    await context.tx.recipientsList.update({ where: { id }, data: { condition: Prisma.DbNull, refreshedAt: null } });
    return (await context.tx.recipient.deleteMany({ where: { listId: id } })).count;
  });
  return value;
}
