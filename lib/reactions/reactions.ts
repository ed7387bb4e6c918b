import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { entersApproval } from '#lib/kinds/change/states.ts';
import { enqueueAll } from '#lib/queue/enqueue.ts';
import type { EventOf, EventType, TaskEvent } from '#lib/record/event.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { isOn } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { endChildRuns, refuseChildRuns } from './affected-customers/end-runs.ts';
import { followTasksOfVisits } from './appointment/follow-tasks.ts';
import { askForApprovals } from './approval/ask.ts';
import { withdrawApprovals } from './approval/withdraw.ts';
import { startClocks, stopClocks } from './case/solution-clock.ts';
import { releaseChildren } from './major-case/release-children.ts';
import { followItems, skipOpenItems } from './request/items.ts';
import { announceOutcome } from './request/outcome.ts';
import {
  beginTasks,
  cancelTasks,
  fieldsCopiedToTasks,
  followTasks,
  releaseDrafts,
  tasksShowCustomer,
} from './work-order/tasks.ts';

/** An automatic change inside a family of records, triggered by an event of one of them. */
type Reaction<K extends TaskKind = TaskKind, T extends EventType = EventType> = {
  /** One sentence with the id of the rule that requires it. */
  name: string;
  kind: K;
  on: T;
  when(event: EventOf<T, K>): boolean;
  react(context: CommandContext, records: readonly RecordOf<K>[]): Promise<void>;
};

function reaction<K extends TaskKind, T extends EventType>(row: Reaction<K, T>): Reaction;
function reaction(row: Reaction): Reaction {
  return row;
}

const becomes = (event: EventOf<'updated'>, ...states: string[]) =>
  event.before.state !== event.record.state && states.includes(event.record.state);

/** A major case leaves its open states. */
const leavesWork = ({ before, record }: EventOf<'updated', 'case'>) =>
  before.majorCaseState === 'accepted' &&
  caseStates[before.state as CaseState].phase === 'open' &&
  caseStates[record.state as CaseState].phase !== 'open';

/** The table of reactions inside a family; rows run in this order. Across families: sync/rules.ts. */
const reactions: readonly Reaction[] = [
  reaction({
    name: 'CHG-2 · A canceled change withdraws its open approvals',
    kind: 'change',
    on: 'updated',
    when: (event) => becomes(event, 'canceled'),
    react: (context, changes) => withdrawApprovals(context, changes),
  }),
  reaction({
    name: 'CHG-1 · A change that enters an approval state requests approval from its group',
    kind: 'change',
    on: 'updated',
    when: (event) => entersApproval(event.before, event.record),
    react: (context, changes) =>
      askForApprovals(
        context,
        changes.map((record) => ({ record, groupId: record.approvalGroupId })),
      ),
  }),
  reaction({
    name: 'PRO-6 · A change that enters Authorize generates proactive cases, where that is set',
    kind: 'change',
    on: 'updated',
    when: (event) => becomes(event, 'authorize'),
    react: async ({ tx, settings, preview }, changes) => {
      if (preview || !isOn(settings, 'change.generate_cases_on_authorize')) return;
      await enqueueAll(
        tx,
        'generate-cases-of-change',
        changes.map(({ number }) => ({ number })),
      );
    },
  }),
  reaction({
    name: 'CASE-11 · A solution that is proposed begins its clock anew',
    kind: 'case',
    on: 'updated',
    when: (event) => becomes(event, 'resolved'),
    react: startClocks,
  }),
  reaction({
    name: 'CASE-11 · What a customer comments on a proposed solution stops its clock',
    kind: 'case',
    on: 'commented',
    when: ({ by, record }) => by.is === 'customer' && record.state === 'resolved',
    react: stopClocks,
  }),
  reaction({
    name: 'MAJ-5 · A major case cannot end while its child cases are being created',
    kind: 'case',
    on: 'updated',
    when: (event) => !event.rules && leavesWork(event),
    react: refuseChildRuns,
  }),
  reaction({
    name: 'MAJ-5 · Ending a major case ends its child case runs',
    kind: 'case',
    on: 'updated',
    when: leavesWork,
    react: endChildRuns,
  }),
  reaction({
    name: 'MAJ-10 · A major case that is cancelled releases its children',
    kind: 'case',
    on: 'updated',
    when: ({ before, record }) => before.majorCaseState === 'accepted' && record.majorCaseState === 'cancelled',
    react: releaseChildren,
  }),
  reaction({
    name: 'REQ-2 · The waiting items of a cancelled request are skipped',
    kind: 'request',
    on: 'updated',
    when: (event) => becomes(event, 'closed_cancelled'),
    react: skipOpenItems,
  }),
  reaction({
    name: 'REQ-2 · A request follows its items',
    kind: 'requested_item',
    on: 'updated',
    when: ({ before, record }) => before.state !== record.state,
    react: (context, items) => followItems(context, [...new Set(items.map(({ requestId }) => requestId))]),
  }),
  reaction({
    name: 'WO-1 · A work order begins with a task in Draft',
    kind: 'work_order',
    on: 'created',
    when: () => true,
    react: beginTasks,
  }),
  reaction({
    name: 'WO-1 · Tasks show the customer of their work order',
    kind: 'work_order',
    on: 'updated',
    when: ({ changed }) => fieldsCopiedToTasks.some((name) => changed.has(name)),
    react: tasksShowCustomer,
  }),
  reaction({
    name: 'WO-4 · A work order that is ready for dispatch releases its drafts',
    kind: 'work_order',
    on: 'updated',
    when: (event) => becomes(event, 'qualified', 'ready_for_dispatch'),
    react: releaseDrafts,
  }),
  reaction({
    name: 'WO-4 · The open tasks of a canceled work order are cancelled',
    kind: 'work_order',
    on: 'updated',
    when: (event) => becomes(event, 'canceled'),
    react: cancelTasks,
  }),
  reaction({
    name: 'WO-6 · An appointment follows its task: to another technician, back to dispatch, or to its end',
    kind: 'work_order_task',
    on: 'updated',
    when: ({ changed }) => changed.has('state') || changed.has('assignedToId'),
    react: followTasksOfVisits,
  }),
  reaction({
    name: 'WO-5 · A work order follows its tasks',
    kind: 'work_order_task',
    on: 'updated',
    when: ({ before, record }) => before.state !== record.state,
    react: followTasks,
  }),
  reaction({
    name: 'SYNC-REQ-2 · A closed request reports the outcome of each item',
    kind: 'request',
    on: 'updated',
    when: ({ before, record }) => before.state !== record.state && !record.active,
    react: announceOutcome,
  }),
];

/** The records of the new events that a reaction handles. */
const answered = (row: Reaction, events: readonly TaskEvent[]) =>
  events
    .filter((event) => event.type === row.on && event.record.kind === row.kind && row.when(event))
    .map(({ record }) => record);

/** Runs reactions until they cause no new events. */
export async function react(context: CommandContext): Promise<void> {
  while (context.reactedTo < context.events.length) {
    const events = context.events.slice(context.reactedTo);
    context.reactedTo = context.events.length;
    for (const row of reactions) {
      const records = answered(row, events);
      if (records.length > 0) await row.react(context, records);
    }
  }
}
