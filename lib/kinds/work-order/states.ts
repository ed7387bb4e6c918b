import { stateTable } from '#lib/record/definition.ts';

export const workOrderStates = stateTable({
  draft: { label: 'Draft', tone: 'new', external: '1', phase: 'open' },
  awaiting_qualification: { label: 'Awaiting Qualification', tone: 'waiting', external: '9', phase: 'open' },
  qualified: { label: 'Qualified', tone: 'progress', external: '10', phase: 'open' },
  ready_for_dispatch: { label: 'Ready for Dispatch', tone: 'progress', external: '11', phase: 'open' },
  assigned: { label: 'Assigned', tone: 'progress', external: '16', phase: 'open' },
  accepted: { label: 'Accepted', tone: 'progress', external: '17', phase: 'open' },
  work_in_progress: { label: 'Work in Progress', tone: 'progress', external: '18', phase: 'open' },
  closed_complete: { label: 'Closed Complete', tone: 'closed', external: '3', phase: 'final' },
  closed_incomplete: { label: 'Closed Incomplete', tone: 'closed', external: '4', phase: 'final' },
  canceled: { label: 'Canceled', tone: 'closed', external: '7', alsoAccepts: ['Cancelled'], phase: 'final' },
});

export type WorkOrderState = keyof typeof workOrderStates;

/** The states before dispatch if work orders need qualification. */
const way: readonly WorkOrderState[] = ['draft', 'awaiting_qualification', 'qualified'];

/** Without qualification all these can become ready: a customer requested the order, or the property has been switched. */
const beforeDispatch: ReadonlySet<WorkOrderState> = new Set(way);

/** WO-4 · Moves by users: up to dispatch and to Canceled. After that the order follows its tasks. */
export function workOrderMoves(state: WorkOrderState, needsQualification: boolean): WorkOrderState[] {
  if (workOrderStates[state].phase !== 'open') return [];
  if (!needsQualification) return beforeDispatch.has(state) ? ['ready_for_dispatch', 'canceled'] : ['canceled'];
  const next = way[way.indexOf(state) + 1];
  return next && way.includes(state) ? [next, 'canceled'] : ['canceled'];
}
