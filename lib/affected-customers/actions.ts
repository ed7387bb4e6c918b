'use server';

import { action } from '#lib/door/action.ts';
import { addRecipients } from './commands/add-recipients.ts';
import { clearList } from './commands/clear-list.ts';
import { createChildCases } from './commands/create-child-cases.ts';
import { importRecipients } from './commands/import-recipients.ts';
import { refreshRecipients } from './commands/refresh-recipients.ts';
import { removeRecipient } from './commands/remove-recipient.ts';
import { resumeChildRun } from './commands/resume-run.ts';
import { saveCondition } from './commands/save-condition.ts';
import { setCommunication } from './commands/set-communication.ts';
import { stopChildRun } from './commands/stop-run.ts';
import { counted } from './customer-sort.ts';
import { checkFile } from './queries/check-file.ts';
import { addedToListMessage, filledMessage } from './rules/messages.ts';
import {
  AddRecipients,
  ChangeRecipient,
  CreateChildCases,
  ListOf,
  ReadFile,
  SaveCondition,
  SetCommunication,
} from './schema.ts';

/** MAJ-5 · Saves a list's condition and fills the list. */
export const saveConditionAction = action(
  { permission: 'recipients.fill', limit: 'bulk', input: SaveCondition },
  async (actor, input) => ({ message: filledMessage(await saveCondition(actor, input), input.of) }),
);

/** MAJ-5 · Refills a list by its condition. */
export const refreshRecipientsAction = action(
  { permission: 'recipients.refresh', limit: 'bulk', input: ListOf },
  async (actor, input) => ({ message: filledMessage(await refreshRecipients(actor, input), input.of) }),
);

/** MAJ-5 · Adds customers to a list by hand. */
export const addRecipientsAction = action(
  { permission: 'recipients.add', input: AddRecipients },
  async (actor, input) => ({ message: addedToListMessage(await addRecipients(actor, input), input.of) }),
);

/** MAJ-5 · Reports what each row of a file would change. */
export const checkFileAction = action(
  { permission: 'recipients.check-file', limit: 'preview', input: ReadFile },
  async (actor, input) => ({ data: await checkFile(actor, input) }),
);

/** MAJ-5 · Adds the customers of a file to a list. */
export const importRecipientsAction = action(
  { permission: 'recipients.import', limit: 'bulk', input: ReadFile },
  async (actor, input) => ({ message: addedToListMessage(await importRecipients(actor, input), input.of) }),
);

/** MAJ-5 · Removes a customer from a list. */
export const removeRecipientAction = action(
  { permission: 'recipients.remove', input: ChangeRecipient },
  async (actor, input) => {
    await removeRecipient(actor, input);
    return { message: 'Removed from the list.' };
  },
);

/** MAJ-5 · Empties a list. */
export const clearListAction = action({ permission: 'recipients.clear', input: ListOf }, async (actor, input) => ({
  message: `${counted(await clearList(actor, input), input.of)} removed.`,
}));

/** MAJ-5 · Sets whether a customer receives the comment by email. */
export const setCommunicationAction = action(
  { permission: 'recipients.set-communication', input: SetCommunication },
  async (actor, input) => setCommunication(actor, input).then(() => ({})),
);

/** MAJ-5 · Creates the child cases of a list. */
export const createChildCasesAction = action(
  { permission: 'recipients.create-child-cases', input: CreateChildCases, isOnce: true },
  async (actor, input) => {
    const count = await createChildCases(actor, input);
    const cases = count === 1 ? '1 child case is' : `${count.toLocaleString('en')} child cases are`;
    return { message: `${cases} being created.` };
  },
);

/** MAJ-5 · Stops creating child cases. */
export const stopChildRunAction = action({ permission: 'recipients.stop', input: ListOf }, async (actor, input) => {
  await stopChildRun(actor, input);
  return { message: 'Creating child cases was stopped.' };
});

/** MAJ-5 · Resumes creating child cases. */
export const resumeChildRunAction = action({ permission: 'recipients.resume', input: ListOf }, async (actor, input) => {
  await resumeChildRun(actor, input);
  return { message: 'Resumed creating child cases.' };
});
