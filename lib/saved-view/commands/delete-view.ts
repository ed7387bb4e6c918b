import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { changeableViews } from '../queries.ts';
import type { DeleteView } from '../schema.ts';

/** Takes away an own view, or a shared one by who may share; one that is not there, or another's, is left alone. */
export async function deleteView(actor: Actor & { id: string }, { id }: DeleteView): Promise<void> {
  await db().savedView.deleteMany({ where: { id, ...changeableViews(actor) } });
}
