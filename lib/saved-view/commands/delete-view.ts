import type { Person } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { changeableViews } from '../queries.ts';
import type { DeleteView } from '../schema.ts';

/** Deletes the actor's own view, or a shared view if the actor may share. Ignores any other id. */
export async function deleteView(actor: Person, { id }: DeleteView): Promise<void> {
  await db().savedView.deleteMany({ where: { id, ...changeableViews(actor) } });
}
