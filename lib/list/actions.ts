'use server';

import { action } from '#lib/door/action.ts';
import { addEntryToMany } from './add-entry-to-many.ts';
import { assignMany, reassignmentsOf } from './assign-many.ts';
import type { Bulk, Reassignment } from './rules/bulk-message.ts';
import { AddEntryToMany, AssignMany, UndoMany, UpdateMany, WatchMany } from './schema.ts';
import { undoMany } from './undo-many.ts';
import { updateMany } from './update-many.ts';
import { watchMany } from './watch-many.ts';

/** The result; or, if an assignment would take records from other people and is not confirmed yet, the people it takes from. */
type Answer = Bulk & { taking?: Reassignment[] };

const nothing: Bulk = { done: [], already: [], refused: [], updatedCount: 0 };

const answered = (data: Answer) => ({ data, refused: data.refused });

export const assignManyAction = action(
  { permission: 'record.assign', limit: 'bulk', input: AssignMany },
  async (actor, input) => {
    const taking = input.confirmed ? [] : await reassignmentsOf(actor, input);
    return answered(taking.length > 0 ? { ...nothing, taking } : await assignMany(actor, input));
  },
);

/** REC-3, REC-5 · Sets the priority, or the state with the fields it asks for. */
export const updateManyAction = action(
  { permission: 'record.edit', limit: 'bulk', input: UpdateMany },
  async (actor, input) => answered(await updateMany(actor, input)),
);

/** REC-1 · Adds the same work note or comment to each record. */
export const addEntryToManyAction = action(
  { permission: 'record.comment', limit: 'bulk', input: AddEntryToMany, isOnce: 'each' },
  async (actor, input, callId) => answered(await addEntryToMany(actor, input, callId)),
);

export const watchManyAction = action(
  { permission: 'record.watch', limit: 'bulk', side: 'both', input: WatchMany },
  async (actor, input) => answered(await watchMany(actor, input)),
);

export const undoManyAction = action(
  { permission: 'record.undo', limit: 'bulk', input: UndoMany },
  async (actor, input) => answered(await undoMany(actor, input)),
);
