import { z } from 'zod';
import { fewNames } from '#lib/platform/few-names.ts';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { taskKindNames } from './kind.ts';

export const Kind = z.enum(taskKindNames);
export const TaskNumber = lineInput(20).toUpperCase();
/** REC-3 · The version of a record that the user saw, limited to the range of the database column. */
export const Version = z.int32().positive();
const Text = textInput(40_000);
const Value = z.union([Text, z.number(), z.boolean(), z.null()]);
type Values = Record<string, z.input<typeof Value>>;

export const FieldValues = fewNames<Values>().pipe(z.record(textInput(60), Value));

export const CreateTask = z.object({ kind: Kind, values: FieldValues });
export type CreateTask = z.infer<typeof CreateTask>;

export const UpdateTask = z.object({
  kind: Kind,
  number: TaskNumber,
  /** The version that the editor saw. */
  version: Version,
  values: FieldValues,
  comment: Text.optional(),
  workNote: Text.optional(),
  /** INC-7 · The open children that the user agreed to resolve with this incident; others are refused. */
  resolveChildren: z.array(TaskNumber).min(1).max(10_000).optional(),
});
export type UpdateTask = z.infer<typeof UpdateTask>;

export const UndoChange = UpdateTask.pick({ kind: true, number: true, version: true }).extend({
  what: z.enum(['assignment', 'priority', 'state']),
});
export type UndoChange = z.infer<typeof UndoChange>;

export type UndoWatch = Omit<UndoChange, 'what'>;

export const AddEntry = z.object({
  kind: Kind,
  number: TaskNumber,
  type: z.enum(['work_note', 'comment']),
  text: Text,
  /** The people who were chosen after an `@` in the text. */
  mentions: z.array(z.uuid()).max(20, 'An entry mentions at most 20 people.').optional(),
});
export type AddEntry = z.infer<typeof AddEntry>;

export const Watch = z.object({
  kind: Kind,
  number: TaskNumber,
  list: z.enum(['watch_list', 'work_notes_list']),
  userId: z.uuid(),
  watching: z.boolean(),
});
export type Watch = z.infer<typeof Watch>;
