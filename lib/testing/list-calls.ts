import {
  addRecipientsAction,
  checkFileAction,
  clearListAction,
  createChildCasesAction,
  importRecipientsAction,
  refreshRecipientsAction,
  removeRecipientAction,
  resumeChildRunAction,
  saveConditionAction,
  setCommunicationAction,
  stopChildRunAction,
} from '#lib/affected-customers/actions.ts';
import type { ListOf } from '#lib/affected-customers/schema.ts';

/** An unknown user id, for inputs where the user does not matter. */
const SOMEBODY = '019c0000-0000-7000-8000-000000000000';
const condition = {
  match: 'all' as const,
  terms: [{ field: 'name' as const, operator: 'contains', value: 'a' }],
};

/** MAJ-5 · All actions on a recipients list, by command. */
export const listCalls: Readonly<Record<string, (list: ListOf) => Promise<unknown>>> = {
  'save-condition': (list) => saveConditionAction({ ...list, condition }),
  'refresh-recipients': (list) => refreshRecipientsAction(list),
  'add-recipients': (list) => addRecipientsAction({ ...list, customerIds: [SOMEBODY] }),
  'import-recipients': (list) => importRecipientsAction({ ...list, text: 'Boxeo' }),
  'remove-recipient': (list) => removeRecipientAction({ ...list, recipientId: SOMEBODY }),
  'set-communication': (list) => setCommunicationAction({ ...list, recipientId: SOMEBODY, active: false }),
  'create-child-cases': (list) => createChildCasesAction({ ...list, comment: ' ' }),
  'stop-run': (list) => stopChildRunAction(list),
  'resume-run': (list) => resumeChildRunAction(list),
  'clear-list': (list) => clearListAction(list),
};

/** Checks a file before anyone is added. */
export const checkFile = (list: ListOf) => checkFileAction({ ...list, text: 'Boxeo' });
