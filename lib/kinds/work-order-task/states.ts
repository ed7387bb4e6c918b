import { stateTable } from '#lib/record/definition.ts';

export const workOrderTaskStates = stateTable({
  draft: { label: 'Draft', tone: 'new', external: '1', phase: 'open' },
  pending_dispatch: { label: 'Pending Dispatch', tone: 'waiting', external: '10', phase: 'open' },
  scheduled: { label: 'Scheduled', tone: 'progress', external: '15', phase: 'open' },
  assigned: { label: 'Assigned', tone: 'progress', external: '16', phase: 'open' },
  accepted: { label: 'Accepted', tone: 'progress', external: '17', phase: 'open' },
  work_in_progress: { label: 'Work in Progress', tone: 'progress', external: '18', phase: 'open' },
  closed_complete: { label: 'Closed Complete', tone: 'closed', external: '3', phase: 'final' },
  closed_incomplete: { label: 'Closed Incomplete', tone: 'closed', external: '4', phase: 'final' },
  cancelled: { label: 'Cancelled', tone: 'closed', external: '7', alsoAccepts: ['Canceled'], phase: 'final' },
});

export type WorkOrderTaskState = keyof typeof workOrderTaskStates;

export const isOver = (state: WorkOrderTaskState): boolean => workOrderTaskStates[state].phase === 'final';

/** States in which a technician has the task, the most advanced first. */
export const furthestFirst = ['work_in_progress', 'accepted', 'assigned'] as const;
