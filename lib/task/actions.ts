'use server';

import { mayKnowReach } from '#lib/access/policy.ts';
import { action } from '#lib/door/action.ts';
import { addEntry } from './commands/add-entry.ts';
import { updateTask } from './commands/update-task.ts';
import { watch } from './commands/watch.ts';
import { toldSentence } from './rules/told-sentence.ts';
import { AddEntry, UpdateTask, Watch } from './schema.ts';

/** REC-3, REC-5, SYNC-3 · Saves the Details of a record. */
export const updateTaskAction = action({ permission: 'record.edit', input: UpdateTask }, async (actor, input) => {
  const { value, told } = await updateTask(actor, input);
  return { message: [`${value.number} saved.`, toldSentence(told)].filter(Boolean).join(' ') };
});

/** REC-1 · Posts a work note or an additional comment. */
export const addEntryAction = action({ permission: 'record.comment', input: AddEntry }, async (actor, input) => {
  const { told } = await addEntry(actor, input);
  return told > 0 && mayKnowReach(actor, input.kind) ? { message: toldSentence(told) } : {};
});

/** Puts somebody on a list of watchers, or takes them off. */
export const watchAction = action({ permission: 'record.watch', input: Watch }, async (actor, input) => {
  await watch(actor, input);
  return {};
});
