import { z } from 'zod';
import { lineInput, textInput } from '#lib/platform/text-input.ts';
import { TaskNumber, Version } from '#lib/record/schema.ts';
import { taskActionNames } from './task-actions.ts';

const Moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const ShortDescription = lineInput(160, 'The short description has at most 160 characters.');

export const MoveWorkOrderTask = z.object({
  number: TaskNumber,
  version: Version,
  /** WO-6: a task is scheduled by booking a window. */
  action: z.enum(taskActionNames).exclude(['schedule']),
  /** WO-9 · Becomes a work note. */
  reason: textInput(4_000, 'The reason has at most 4,000 characters.').default(''),
  /** WO-5 · The new assignee. */
  assignedToId: z.uuid().optional(),
  /** WO-9 · When work really began and ended; absent: now. */
  actualStart: Moment.optional(),
  actualEnd: Moment.optional(),
  /** WO-9 · Remaining work, which becomes a separate task. */
  followOn: ShortDescription.default(''),
});
export type MoveWorkOrderTask = z.output<typeof MoveWorkOrderTask>;

export const AddWorkOrderTask = z.object({
  /** The number of the work order. */
  number: TaskNumber,
  shortDescription: ShortDescription.min(1, 'Enter what has to be done.'),
  description: textInput(32_000, 'The description has at most 32,000 characters.').default(''),
});
export type AddWorkOrderTask = z.output<typeof AddWorkOrderTask>;
