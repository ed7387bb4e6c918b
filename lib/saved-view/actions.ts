'use server';

import { action } from '#lib/door/action.ts';
import { deleteView } from './commands/delete-view.ts';
import { editView } from './commands/edit-view.ts';
import { saveView } from './commands/save-view.ts';
import { DeleteView, EditView, SaveView } from './schema.ts';

export const saveViewAction = action({ permission: 'view.save', input: SaveView }, async (actor, input) => {
  await saveView(actor, input);
  return { message: `View ${input.name} saved.` };
});

export const editViewAction = action({ permission: 'view.save', input: EditView }, async (actor, input) => {
  await editView(actor, input);
  return { message: `View ${input.name} saved.` };
});

export const deleteViewAction = action({ permission: 'view.save', input: DeleteView }, async (actor, input) => {
  await deleteView(actor, input);
  return {};
});
