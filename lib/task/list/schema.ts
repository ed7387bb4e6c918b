import { z } from 'zod';
import { Kind, TaskNumber, Version } from '../schema.ts';
import { PAGE_SIZE } from './list-tasks.ts';

const Listed = z.object({
  number: TaskNumber,
  /** The version that the list showed (REC-3). */
  version: Version,
});
export type Listed = z.infer<typeof Listed>;

export const AssignMany = z.object({
  kind: Kind,
  records: z.array(Listed).min(1).max(PAGE_SIZE),
  to: z.union([z.literal('me'), z.object({ groupId: z.uuid('Choose a group.') })]),
});
export type AssignMany = z.infer<typeof AssignMany>;
