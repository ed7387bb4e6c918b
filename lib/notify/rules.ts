import type { MailFacts } from '#lib/mail/template-of.ts';
import { definitions } from '#lib/task/definitions.ts';
import type { TaskEvent } from '#lib/task/event.ts';
import { type TaskKind, taskKindNames } from '#lib/task/kind.ts';

/** Who may get a mail, as the record names them. */
export type Audience =
  | 'customer'
  | 'caller'
  | 'external caller'
  | 'watch list'
  | 'work notes list'
  | 'assigned'
  | 'assigned or group'
  | 'approvers'
  | 'requester';

/** A row of MAIL-10: on which event of which kinds, who gets a mail, and in which words. Null: no mail. */
export type NotifyRule = {
  event: string;
  kinds: readonly TaskKind[];
  to: (event: TaskEvent) => readonly Audience[];
  says: (event: TaskEvent) => string | null;
  /** What it says besides, for mails in other languages than that of `says`. */
  facts?: (event: TaskEvent) => MailFacts;
};

const stateOf = ({ record }: TaskEvent) => definitions[record.kind].states[record.state]?.label ?? record.state;

const becomes = (event: TaskEvent, ...states: string[]) =>
  event.type === 'updated' && event.changed.has('state') && states.includes(event.record.state);

/** MAIL-10: who hears of what. The author of the change never does. */
export const notifyRules: readonly NotifyRule[] = [
  {
    event: 'comment for the customer',
    kinds: ['case'],
    to: () => ['customer', 'watch list'],
    says: (event) => (event.type === 'commented' && event.by.is !== 'customer' ? event.text : null),
  },
  {
    event: 'comment by the customer',
    kinds: ['case'],
    to: () => ['assigned or group'],
    says: (event) => (event.type === 'commented' && event.by.is === 'customer' ? event.text : null),
  },
  {
    event: 'resolved or closed',
    kinds: ['case'],
    to: () => ['customer', 'watch list'],
    says: (event) =>
      event.record.kind === 'case' && becomes(event, 'resolved', 'closed')
        ? `${event.record.number} is ${stateOf(event)}.${event.record.resolutionNotes ? ' There is an answer to it.' : ''}`
        : null,
    facts: ({ record }) =>
      record.kind === 'case' ? { state: record.state, answered: record.resolutionNotes !== '' } : {},
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
    says: (event) =>
      (event.type === 'updated' && event.changed.has('assignedToId') && !event.givenBack) || event.type === 'created'
        ? `${event.record.number} is assigned to you.`
        : null,
  },
  {
    event: 'created',
    kinds: ['incident'],
    to: () => ['caller', 'watch list'],
    says: (event) => (event.type === 'created' ? `${event.record.number} was opened.` : null),
  },
  {
    event: 'associated',
    kinds: ['incident'],
    to: () => ['external caller'],
    says: (event) =>
      event.type === 'associated' ? `${event.record.number} was associated with ${event.theCase.number}.` : null,
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
    says: (event) => (becomes(event, 'on_hold', 'resolved') ? `${event.record.number} is ${stateOf(event)}.` : null),
    facts: ({ record }) => ({ state: record.state }),
  },
  {
    event: 'approval asked',
    kinds: ['change', 'requested_item'],
    to: () => ['approvers'],
    says: (event) => (event.type === 'approval-asked' ? `${event.record.number} waits for your approval.` : null),
  },
  {
    event: 'commented',
    kinds: ['request', 'requested_item'],
    to: () => ['requester'],
    says: (event) => (event.type === 'commented' ? event.text : null),
  },
];
