import { mayShareViews } from '#lib/access/shared.ts';
import type { Person } from '#lib/platform/actor.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { enforce, found } from '#lib/platform/verdict.ts';
import { changeableViews, lockShared } from '../queries.ts';
import { mayShareAnother, nameIsFree } from '../rules/add-view.ts';
import type { EditView } from '../schema.ts';

/**
 * Renames a view and sets whether it is shared. Refused: ACC-6 the actor may not share; REC-5 the name is taken, or the list
 * has too many shared views.
 */
export async function editView(actor: Person, { id, name, shared }: EditView): Promise<void> {
  await transaction(async (tx) => {
    const view = found(await tx.savedView.findFirst({ where: { id, ...changeableViews(actor) } }), 'view');
    if (shared !== view.shared) enforce(mayShareViews(actor));
    // Two concurrent renames by the same owner would not see each other's name.
    await tx.$queryRaw`select id from users where id = ${view.userId}::uuid for no key update`;
    const same = await tx.savedView.count({
      where: { userId: view.userId, list: view.list, name, NOT: { id } },
    });
    enforce(nameIsFree({ name, taken: same > 0 }));
    if (shared && !view.shared) enforce(mayShareAnother({ others: await lockShared(tx, view.list, { id }) }));
    await tx.savedView.update({ where: { id }, data: { name, shared } });
  });
}
