'use server';

import { action } from '#lib/door/action.ts';
import { undoChange } from './commands/undo-change.ts';
import { UndoChange } from './schema.ts';

/** ADM-12 */
export const undoChangeAction = action({ permission: 'admin.audit', input: UndoChange }, async (actor, input) => {
  await undoChange(actor, input);
  return { message: 'Undone. The audit log has an entry for it.' };
});
