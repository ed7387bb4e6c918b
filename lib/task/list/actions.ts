'use server';

import { action } from '#lib/door/action.ts';
import type { Bulk, Taking } from '../rules/bulk-message.ts';
import { assignMany, takenFrom, undoMany } from './assign-many.ts';
import { AssignMany, UndoMany } from './schema.ts';

const nothing: Bulk = { assigned: [], already: [], refused: [] };

/** Answers what was done; or, where it would take records from other people and that is not confirmed, from whom. */
export const assignManyAction = action({ permission: 'record.assign', input: AssignMany }, async (actor, input) => {
  const taking: Taking[] = input.confirmed ? [] : await takenFrom(actor, input);
  const bulk = taking.length > 0 ? nothing : await assignMany(actor, input);
  return { data: { ...bulk, taking }, refused: bulk.refused };
});

export const undoManyAction = action({ permission: 'record.assign', input: UndoMany }, async (actor, input) => {
  const data = await undoMany(actor, input);
  return { data, refused: data.refused };
});
