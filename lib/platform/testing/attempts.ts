import {
  discardMailAction,
  fileMailAction,
  moveMailAction,
  openCaseFromMailAction,
  returnMailAction,
} from '#lib/mail-in/actions.ts';
import {
  addChildrenAction,
  approveCandidateAction,
  proposeMajorCaseAction,
  rejectCandidateAction,
  removeChildAction,
} from '#lib/major-case/actions.ts';
import {
  confirmRunAction,
  previewMessageAction,
  resumeRunAction,
  retryFailedAction,
  startRunAction,
  stopRunAction,
} from '#lib/notify-customers/actions.ts';
import type { NotifySource } from '#lib/notify-customers/source.ts';

type Customer = { contactId: string } | { consumerId: string };

/** MAIL-5 · All that can be asked of emails of a review: each by its id, filed to one case and moved to another. */
export const mailAttempts = (
  ids: Record<'file' | 'open' | 'discard' | 'move' | 'return', string>,
  { number, to, customer }: { number: string; to: string; customer: Customer },
) => ({
  file: () => fileMailAction({ id: ids.file, number }),
  open: () => openCaseFromMailAction({ id: ids.open, ...customer }),
  discard: () => discardMailAction({ id: ids.discard }),
  move: () => moveMailAction({ id: ids.move, number: to }),
  return: () => returnMailAction({ id: ids.return }),
});

/** MAJ-6 · All that can be asked of cases by which a major case begins, grows and shrinks: each by its number. */
export const majorCaseAttempts = ({
  major,
  ...numbers
}: Record<'propose' | 'approve' | 'reject' | 'remove' | 'add' | 'major', string>) => ({
  propose: () =>
    proposeMajorCaseAction({ number: numbers.propose, workNote: 'All call.', businessImpact: 'No sales.' }),
  approve: () => approveCandidateAction({ number: numbers.approve }),
  reject: () => rejectCandidateAction({ number: numbers.reject, reason: 'One only.' }),
  remove: () => removeChildAction({ number: major, caseNumber: numbers.remove }),
  add: () => addChildrenAction({ number: major, caseNumbers: [numbers.add] }),
});

/** NOT-1, NOT-3 · All that can be asked of messages to customers: a new one, and one that is under way. */
export const messageAttempts = (
  message: { kind: NotifySource; number: string; text: string },
  { runId, recipientId }: { runId: string; recipientId: string },
) => ({
  start: () => startRunAction(message),
  preview: () => previewMessageAction({ ...message, recipientId }),
  stop: () => stopRunAction({ runId }),
  resume: () => resumeRunAction({ runId }),
  confirm: () => confirmRunAction({ runId }),
  retry: () => retryFailedAction({ runId }),
});
