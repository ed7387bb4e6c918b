import type { MailFacts } from '#lib/mail-out/template-of.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import { notifiesCustomer } from '#lib/record/visit-change.ts';

/** Who may receive an email, by their role in the record. */
export type Audience =
  | 'customer'
  | 'colleague'
  | 'caller'
  | 'external caller'
  | 'watch list'
  | 'work notes list'
  | 'technician'
  | 'assigned'
  | 'assigned or group'
  | 'approvers'
  | 'requester'
  | 'major issue managers';

/** A row of MAIL-10: which event of which kinds emails whom; `beside`: all events of the same command on that record. */
export type NotifyRule = {
  event: string;
  kinds: readonly TaskKind[];
  to: (event: TaskEvent) => readonly Audience[];
  /** The text that a person wrote, in Markdown; empty if the email's template says everything. Null: no email. */
  says: (event: TaskEvent, beside: readonly TaskEvent[]) => string | null;
  /** Further facts for the template. */
  facts?: (event: TaskEvent, beside: readonly TaskEvent[]) => MailFacts;
  /** WO-6 · The author of the change is emailed too. */
  toAuthor?: true;
};

const NO_WORDS = '';

const becomes = (event: TaskEvent, ...states: string[]) =>
  event.type === 'updated' && event.changed.has('state') && states.includes(event.record.state);

const isOver = (event: TaskEvent) => event.record.kind === 'case' && becomes(event, 'resolved', 'closed');

/** MAJ-1 · A case becomes a candidate, or is created as one. */
const isProposal = (event: TaskEvent) =>
  event.record.kind === 'case' &&
  event.record.majorCaseState === 'proposed' &&
  (event.type === 'created' || (event.type === 'updated' && event.changed.has('majorCaseState')));

/** MAJ-1 · The business impact for the customers, and the reason for the proposal. */
const wordsOfProposal = ({ record }: TaskEvent, beside: readonly TaskEvent[]) =>
  [
    record.kind === 'case' ? record.businessImpact : '',
    ...beside.flatMap((event) => (event.type === 'noted' ? event.text : [])),
  ]
    .filter(Boolean)
    .join('\n\n');

const isVisit = ({ type }: TaskEvent) => type === 'visit-changed';

const isForCustomer = (event: TaskEvent) => event.type === 'commented' && event.by.is !== 'customer';

/** CASE-2 · What customers may read of a resolved or closed case: the notes, if they were added to the comments. */
const wordsFor = (events: readonly TaskEvent[]) =>
  events.flatMap((event) => (event.type === 'commented' && isForCustomer(event) ? [event.text] : [])).join('\n\n');

/** MAIL-10: who is emailed about what. Except with `toAuthor`, the author of the change is not. */
export const notifyRules: readonly NotifyRule[] = [
  {
    event: 'comment for the customer',
    kinds: ['case'],
    to: () => ['customer', 'watch list'],
    // A comment that resolves or closes the case is part of the email about that.
    says: (event, beside) =>
      event.type === 'commented' && isForCustomer(event) && !beside.some(isOver) ? event.text : null,
  },
  {
    event: 'comment by the customer',
    kinds: ['case'],
    to: () => ['assigned or group'],
    says: (event) => (event.type === 'commented' && event.by.is === 'customer' ? event.text : null),
    facts: (event) => (event.type === 'commented' && event.by.unverified ? { unverified: true } : {}),
  },
  {
    event: 'resolved or closed',
    kinds: ['case'],
    to: () => ['customer', 'watch list'],
    says: (event, beside) => (isOver(event) ? wordsFor(beside) : null),
    facts: ({ record }, beside) =>
      record.kind === 'case'
        ? {
            state: record.state,
            answered: record.addResolutionNotesToComments && record.resolutionNotes !== '',
            worded: wordsFor(beside) !== '',
          }
        : {},
  },
  {
    event: 'case shared',
    kinds: ['case'],
    to: () => ['colleague'],
    says: (event) => (event.type === 'shared' ? NO_WORDS : null),
    facts: (event) => (event.type === 'shared' ? { colleagueId: event.userId, as: event.as } : {}),
  },
  {
    event: 'major case proposed',
    kinds: ['case'],
    to: () => ['major issue managers'],
    says: (event, beside) => (isProposal(event) ? wordsOfProposal(event, beside) : null),
  },
  {
    event: 'work note',
    kinds: taskKindNames,
    to: () => ['work notes list'],
    says: (event) => (event.type === 'noted' ? event.text : null),
  },
  {
    event: 'assignment',
    kinds: taskKindNames,
    to: () => ['assigned'],
    // SYNC-MAJ-1: the assignee of a major case is not emailed about each child case.
    // WO-14: the invitation to a visit already says so.
    says: (event, beside) =>
      (event.type === 'updated' &&
        event.changed.has('assignedToId') &&
        !event.isRestoredByUndo &&
        !event.rules &&
        !beside.some(isVisit)) ||
      event.type === 'created'
        ? NO_WORDS
        : null,
  },
  {
    event: 'visit',
    kinds: ['work_order_task'],
    to: () => ['customer'],
    says: (event) => (event.type === 'visit-changed' && notifiesCustomer(event.visit) ? NO_WORDS : null),
    facts: (event) =>
      event.type === 'visit-changed'
        ? { visit: { ...event.visit, isCancelled: event.visit.what === 'cancelled' } }
        : {},
    toAuthor: true,
  },
  {
    event: 'visit of technician',
    kinds: ['work_order_task'],
    to: () => ['technician'],
    says: (event) =>
      event.type === 'visit-changed' && event.visit.technicianId && event.visit.what !== 'reminded' ? NO_WORDS : null,
    facts: (event) => (event.type === 'visit-changed' ? { visit: { ...event.visit, isCancelled: false } } : {}),
    toAuthor: true,
  },
  {
    event: 'visit of former technician',
    kinds: ['work_order_task'],
    to: () => ['technician'],
    says: (event) => (event.type === 'visit-changed' && event.visit.formerTechnicianId ? NO_WORDS : null),
    facts: (event) => {
      if (event.type !== 'visit-changed') return {};
      const { formerTechnicianId: technicianId } = event.visit;
      return { visit: { ...event.visit, technicianId, isCancelled: true } };
    },
    toAuthor: true,
  },
  {
    event: 'created',
    kinds: ['incident'],
    to: () => ['caller', 'watch list'],
    says: (event) => (event.type === 'created' ? NO_WORDS : null),
  },
  {
    event: 'associated',
    kinds: ['incident'],
    to: () => ['external caller'],
    says: (event) => (event.type === 'associated' ? NO_WORDS : null),
  },
  {
    event: 'commented',
    kinds: ['incident'],
    to: () => ['caller', 'watch list'],
    says: (event) => (event.type === 'commented' ? event.text : null),
  },
  {
    event: 'on hold or resolved',
    kinds: ['incident'],
    to: () => ['caller', 'watch list'],
    says: (event) => (becomes(event, 'on_hold', 'resolved') ? NO_WORDS : null),
    facts: ({ record }) => ({ state: record.state }),
  },
  {
    event: 'approval asked',
    kinds: ['change', 'requested_item'],
    to: () => ['approvers'],
    says: (event) => (event.type === 'approval-asked' ? NO_WORDS : null),
  },
  {
    event: 'commented',
    kinds: ['request', 'requested_item'],
    to: () => ['requester'],
    says: (event) => (event.type === 'commented' ? event.text : null),
  },
];
