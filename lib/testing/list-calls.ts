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

/** Nobody, to be named where it does not matter who. */
const SOMEBODY = '019c0000-0000-7000-8000-000000000000';
const condition = {
  match: 'all' as const,
  terms: [{ field: 'name' as const, operator: 'contains', value: 'a' }],
};

/** MAJ-5 · All that can be done with a recipients list, by the command that does it. */
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

/** What is asked of a file before anybody is added. */
export const checkFile = (list: ListOf) => checkFileAction({ ...list, text: 'Boxeo' });
