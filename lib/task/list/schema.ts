import { z } from 'zod';
import { Kind, TaskNumber, Version } from '../schema.ts';
import { PAGE_SIZE } from './list-tasks.ts';

const Listed = z.object({
  number: TaskNumber,
  /** The version that the list showed (REC-3). */
  version: Version,
});
export type Listed = z.infer<typeof Listed>;

/** Some records of a page of a list. */
export const UndoMany = z.object({ kind: Kind, records: z.array(Listed).min(1).max(PAGE_SIZE) });
export type UndoMany = z.infer<typeof UndoMany>;

export const AssignMany = UndoMany.extend({
  to: z.union([z.literal('me'), z.object({ groupId: z.uuid('Choose a group.') })]),
  /** Whoever assigns them to oneself knows from whom they are taken. */
  confirmed: z.boolean().optional(),
});
export type AssignMany = z.infer<typeof AssignMany>;
