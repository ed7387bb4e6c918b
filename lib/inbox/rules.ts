import { definitionOf } from '#lib/kinds/definitions.ts';
import type { Speaker, TaskEvent } from '#lib/record/event.ts';
import { linkedKinds } from '#lib/record/link.ts';
import type { Mention } from '#lib/write/command-context.ts';

/** Why a user is notified. Of several reasons in one command the first is used (prisma/models/inbox.prisma). */
export type InboxReason =
  | 'mentioned'
  | 'approval'
  | 'assigned'
  | 'answered'
  | 'related'
  | 'moved'
  | 'commented'
  | 'noted';

/** The recipients of a notice, as the record names them. */
type Audience = 'assigned' | 'who works its cases' | 'approvers' | 'dispatchers' | 'watchers' | 'work notes list';

/**
 * CASE-11, NOT-8 · If nobody is assigned to a case, a customer's answer goes to its group and, as in the cases of an outage, to
 * the assignee of its incident.
 */
type InPlaceOfAssigned = 'its group and who works its incident';

/** Who is notified on which event; `by` is the author of the command. */
type InboxRule = { reason: InboxReason; to: Audience; when: (event: TaskEvent, by: Speaker) => boolean };

const moves = (event: TaskEvent) => event.type === 'updated' && event.before.state !== event.record.state;

/**
 * NTF-1 · A record linked to cases has ended, was put on hold or taken off hold, or was rejected by an approver. A requested
 * item notifies through its request.
 */
function turns(event: TaskEvent): boolean {
  if (event.type !== 'updated' || !linkedKinds.includes(event.record.kind)) return false;
  const { before, record, changed, refused } = event;
  const phase = ({ state }: { state: string }) => definitionOf(record.kind).states[state]?.phase;
  const ends = phase(record) !== 'open' && phase(before) !== phase(record);
  const held = changed.has('onHold') || (changed.has('state') && [before.state, record.state].includes('on_hold'));
  return ends || held || refused !== undefined;
}

/** THE table of inbox notices, besides mentions. Nobody is notified of their own actions. */
const inboxRules: readonly InboxRule[] = [
  { reason: 'approval', to: 'approvers', when: ({ type }) => type === 'approval-asked' },
  {
    reason: 'assigned',
    to: 'assigned',
    when: (event) =>
      event.type === 'created' ||
      (event.type === 'updated' && event.changed.has('assignedToId') && !event.isRestoredByUndo && !event.rules),
  },
  {
    reason: 'answered',
    to: 'assigned',
    when: (event, by) =>
      event.record.kind === 'case' &&
      (event.type === 'commented' ? event.by.is === 'customer' : by.is === 'customer' && moves(event)),
  },
  { reason: 'related', to: 'who works its cases', when: turns },
  // WO-15: a dispatcher has to find a technician for a window that the customer was promised.
  {
    reason: 'moved',
    to: 'dispatchers',
    when: (event) => event.type === 'visit-changed' && event.visit.what === 'withdrawn',
  },
  { reason: 'moved', to: 'watchers', when: moves },
  { reason: 'commented', to: 'watchers', when: ({ type }) => type === 'commented' },
  // Work notes by rules are sent by email only. In the inbox they would add a line per updated record.
  { reason: 'noted', to: 'work notes list', when: ({ type, rules }) => type === 'noted' && !rules },
];

/** A notice: for a user whom the record names, or for an audience. */
export type Notice = { reason: InboxReason; taskId: string; entryId: string | null } & (
  | { to: 'person'; userId: string }
  | { to: Exclude<Audience, 'assigned'> | InPlaceOfAssigned }
);

/** The notices of a command. */
export function noticesOf(
  { events, mentions }: { events: readonly TaskEvent[]; mentions: readonly Mention[] },
  by: Speaker & { id: string | null },
): Notice[] {
  const notices = events.flatMap((event) =>
    inboxRules.filter(({ when }) => when(event, by)).flatMap(({ reason, to }) => noticeOf(event, reason, to)),
  );
  const mentioned = mentions.map((mention): Notice => ({ reason: 'mentioned', to: 'person', ...mention }));
  return [...mentioned, ...notices].filter((notice) => notice.to !== 'person' || notice.userId !== by.id);
}

function noticeOf(event: TaskEvent, reason: InboxReason, to: Audience): Notice[] {
  const { id: taskId, assignedToId } = event.record;
  const about = { reason, taskId, entryId: 'entryId' in event ? event.entryId : null };
  if (to !== 'assigned') return [{ ...about, to }];
  if (assignedToId) return [{ ...about, to: 'person', userId: assignedToId }];
  return reason === 'answered' ? [{ ...about, to: 'its group and who works its incident' }] : [];
}
