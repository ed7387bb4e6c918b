import type { UndoChange, UpdateTask } from '#lib/record/schema.ts';
import { undone } from '#lib/write/own-change.ts';

const kindsOfUndo = ['assignment', 'priority'] as const satisfies readonly UndoChange['what'][];

/**
 * SYNC-MAJ-1 · The undo that gives back all that a save has changed, in the record and in its children; null: it would leave
 * other fields as they are, or the save added a text.
 */
export function undoOf({
  values,
  comment,
  workNote,
}: Pick<UpdateTask, 'values' | 'comment' | 'workNote'>): UndoChange['what'] | null {
  const names = Object.keys(values);
  if (names.length === 0 || comment || workNote) return null;
  return kindsOfUndo.find((what) => names.every((name) => undone[what].fields.includes(name))) ?? null;
}
