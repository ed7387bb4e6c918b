'use server';

import { action } from '#lib/door/action.ts';
import { undoCascade } from './commands/undo-cascade.ts';
import { undoneMessage } from './rules/undo.ts';
import { UndoCascade } from './schema.ts';

/** SYNC-7 · Undoes the resolution of cases with an incident; reports how many were restored. */
export const undoCascadeAction = action({ permission: 'cascade.undo', input: UndoCascade }, async (actor, input) => {
  const { restored, left } = await undoCascade(actor, input);
  return { message: undoneMessage(restored, left.length) };
});
