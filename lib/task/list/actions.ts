'use server';

import { action } from '#lib/door/action.ts';
import { counted } from '../counted.ts';
import { assignMany } from './assign-many.ts';
import { AssignMany } from './schema.ts';

export const assignManyAction = action({ permission: 'record.assign', input: AssignMany }, async (actor, input) => {
  const { done, refused } = await assignMany(actor, input);
  return { message: `${counted(input.kind, done)} assigned.`, data: { refused }, refused };
});
