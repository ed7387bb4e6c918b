import {
  bookWindowAction,
  cancelWindowAction,
  holdWindowAction,
  moveWindowAction,
  swapWindowsAction,
} from '#lib/appointment/actions.ts';
import {
  confirmRunAction,
  previewMessageAction,
  resumeRunAction,
  retryFailedAction,
  startRunAction,
  stopRunAction,
} from '#lib/customer-messages/actions.ts';
import type { NotifySource } from '#lib/customer-messages/source.ts';
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
  addColleagueAction,
  answerSolutionAction,
  closeOwnAction,
  commentAction,
  openCaseAction,
  removeColleagueAction,
} from '#lib/portal/actions.ts';
import { answerOwnApprovalAction, orderAction } from '#lib/portal/requests/actions.ts';
import { askVisitAction, chooseWindowAction, dropWindowAction } from '#lib/portal/work-orders/actions.ts';
import type { VisitsThere } from './visits.ts';

type Customer = { contactId: string } | { consumerId: string };

/** MAIL-5 · All actions on emails in review, each by id, filed to one case and moved to another. */
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

/** MAJ-6 · All actions that create, grow or shrink a major case, each by number. */
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

/** NOT-1, NOT-3 · All actions on messages to customers: a new one and one in progress. */
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

/** POR-3, POR-8, POR-16, POR-19 · All portal actions on cases (open, resolved, to be closed), and adding a colleague. */
export const portalAttempts = (
  { open, resolved, closing }: Record<'open' | 'resolved' | 'closing', string>,
  { email, userId }: { email: string | null; userId: string },
): Record<string, () => Promise<unknown>> => ({
  comment: () => commentAction({ number: open, text: 'Hello' }),
  visit: () => askVisitAction({ number: open, reason: 'Look at the rack.' }),
  ...(email ? { add: () => addColleagueAction({ number: open, email, may: 'read' }) } : {}),
  remove: () => removeColleagueAction({ number: open, userId }),
  accept: () => answerSolutionAction({ number: resolved, answer: 'accept' }),
  close: () => closeOwnAction({ number: closing, reason: 'It works again.' }),
  about: () => openCaseAction({ description: 'It is back.', about: closing }),
});

/** POR-6, POR-7 · Other portal actions: ordering from the catalog, and answering an approval. */
export const orderAttempts = (
  catalogItemId: string,
  approvalId: string,
): Record<'order' | 'approve', () => Promise<unknown>> => ({
  order: () => orderAction({ items: [{ catalogItemId, quantity: 1 }] }),
  approve: () => answerOwnApprovalAction({ answer: 'approved', approvalId }),
});

/** WO-6, WO-13 · All actions on a task's appointment; `prepare` creates what each needs. */
export const visitAttempts = (
  { number, other, startsAt, later }: Record<'number' | 'other' | 'startsAt' | 'later', string>,
  prepare: (there: VisitsThere) => Promise<void>,
): Record<string, () => Promise<unknown>> => ({
  hold: async () => {
    await prepare('none');
    return holdWindowAction({ number, startsAt });
  },
  book: async () => {
    await prepare('none');
    return bookWindowAction({ number, startsAt });
  },
  'move visit': async () => {
    await prepare('own');
    return moveWindowAction({ number, startsAt: later, sequence: 0 });
  },
  swap: async () => {
    await prepare('both');
    return swapWindowsAction({ number, sequence: 0, otherNumber: other, otherSequence: 0 });
  },
  'cancel visit': async () => {
    await prepare('own');
    return cancelWindowAction({ number, sequence: 0 });
  },
});

/** POR-11 · All portal actions on a visit's time, by its number. */
export const choiceAttempts = (number: string): Record<string, () => Promise<unknown>> => ({
  choose: () => chooseWindowAction({ number, startsAt: '2096-01-02T10:00:00Z', sequence: null }),
  'another time': () => chooseWindowAction({ number, startsAt: '2096-01-02T10:00:00Z', sequence: 0 }),
  'give back': () => dropWindowAction({ number, sequence: 0 }),
});
