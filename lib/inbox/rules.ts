import { definitionOf } from '#lib/kinds/definitions.ts';
import type { Speaker, TaskEvent } from '#lib/record/event.ts';
import { linkedKinds } from '#lib/record/link.ts';
import type { Mention } from '#lib/write/command-context.ts';

/** Why somebody is told; of several reasons in one command the first stands (prisma/models/inbox.prisma). */
export type InboxReason =
  | 'mentioned'
  | 'approval'
  | 'assigned'
  | 'answered'
  | 'related'
  | 'moved'
  | 'commented'
  | 'noted';

/** Whom an event concerns, as the record names them. */
type Audience = 'assigned' | 'who works its cases' | 'approvers' | 'dispatchers' | 'watchers' | 'work notes list';

/**
 * CASE-11, NOT-8 · What a customer answers in a case that nobody works is told to its group and, as in the cases of an outage,
 * to who works its incident.
 */
type InPlaceOfAssigned = 'its group and who works its incident';

/** On which event who is told; `by` is whoever gave the command. */
type InboxRule = { reason: InboxReason; to: Audience; when: (event: TaskEvent, by: Speaker) => boolean };

const moves = (event: TaskEvent) => event.type === 'updated' && event.before.state !== event.record.state;

/**
 * NTF-1 · A record that a case can have has reached an end, was put on hold or taken off it, or was rejected by an approver;
 * what happens to an item its request tells.
 */
function turns(event: TaskEvent): boolean {
  if (event.type !== 'updated' || !linkedKinds.includes(event.record.kind)) return false;
  const { before, record, changed, refused } = event;
  const phase = ({ state }: { state: string }) => definitionOf(record.kind).states[state]?.phase;
  const ends = phase(record) !== 'open' && phase(before) !== phase(record);
  const held = changed.has('onHold') || (changed.has('state') && [before.state, record.state].includes('on_hold'));
  return ends || held || refused !== undefined;
}

/** THE table of what comes into an inbox, besides mentions. Whoever does something is never told of it. */
const inboxRules: readonly InboxRule[] = [
  { reason: 'approval', to: 'approvers', when: ({ type }) => type === 'approval-asked' },
  {
    reason: 'assigned',
    to: 'assigned',
    when: (event) =>
      event.type === 'created' ||
      (event.type === 'updated' && event.changed.has('assignedToId') && !event.isGivenBackByUndo && !event.rules),
  },
  {
    reason: 'answered',
    to: 'assigned',
    when: (event, by) =>
      event.record.kind === 'case' &&
      (event.type === 'commented' ? event.by.is === 'customer' : by.is === 'customer' && moves(event)),
  },
  { reason: 'related', to: 'who works its cases', when: turns },
  // WO-15: somebody has to be found for a window that a customer was promised.
  {
    reason: 'moved',
    to: 'dispatchers',
    when: (event) => event.type === 'visit-changed' && event.visit.what === 'withdrawn',
  },
  { reason: 'moved', to: 'watchers', when: moves },
  { reason: 'commented', to: 'watchers', when: ({ type }) => type === 'commented' },
  // What rules write into work notes comes by mail alone: it would be a line for each record that they reach.
  { reason: 'noted', to: 'work notes list', when: ({ type, rules }) => type === 'noted' && !rules },
];

/** What is to be told: to a person whom the record names, or to those on its lists. */
export type Notice = { reason: InboxReason; taskId: string; entryId: string | null } & (
  | { to: 'person'; userId: string }
  | { to: Exclude<Audience, 'assigned'> | InPlaceOfAssigned }
);

/** What of a command is to be told, and to whom. */
export function noticesOf(
  { events, mentions }: { events: readonly TaskEvent[]; mentions: readonly Mention[] },
  by: Speaker & { id: string | null },
): Notice[] {
  const told = events.flatMap((event) =>
    inboxRules.filter(({ when }) => when(event, by)).flatMap(({ reason, to }) => noticeOf(event, reason, to)),
  );
  const mentioned = mentions.map((mention): Notice => ({ reason: 'mentioned', to: 'person', ...mention }));
  return [...mentioned, ...told].filter((notice) => notice.to !== 'person' || notice.userId !== by.id);
}

function noticeOf(event: TaskEvent, reason: InboxReason, to: Audience): Notice[] {
  const { id: taskId, assignedToId } = event.record;
  const about = { reason, taskId, entryId: 'entryId' in event ? event.entryId : null };
  if (to !== 'assigned') return [{ ...about, to }];
  if (assignedToId) return [{ ...about, to: 'person', userId: assignedToId }];
  return reason === 'answered' ? [{ ...about, to: 'its group and who works its incident' }] : [];
}
