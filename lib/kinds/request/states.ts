import { stateTable } from '#lib/record/definition.ts';

export const requestStates = stateTable({
  requested: { label: 'Requested', tone: 'waiting', external: 'requested', phase: 'open' },
  approved: { label: 'Approved', tone: 'progress', external: 'in_process', phase: 'open' },
  closed_complete: { label: 'Closed Complete', tone: 'closed', external: 'closed_complete', phase: 'final' },
  closed_incomplete: { label: 'Closed Incomplete', tone: 'closed', external: 'closed_incomplete', phase: 'final' },
  closed_cancelled: {
    label: 'Closed Cancelled',
    tone: 'closed',
    external: 'closed_cancelled',
    alsoAccepts: ['closed_canceled', 'Closed Canceled'],
    phase: 'final',
  },
  closed_rejected: { label: 'Closed Rejected', tone: 'closed', external: 'closed_rejected', phase: 'final' },
});

export type RequestState = keyof typeof requestStates;

type Item = { state: string; approval: string };

const closed = ['closed_complete', 'closed_incomplete', 'closed_skipped'];

/** REQ-1, REQ-2 · A request's state follows its items. */
export function requestStateOf(items: readonly Item[]): RequestState {
  if (items.some((item) => item.state === 'pending')) return 'requested';
  if (!items.every((item) => closed.includes(item.state))) return 'approved';
  if (items.every((item) => item.approval === 'rejected')) return 'closed_rejected';
  return items.every((item) => item.state === 'closed_complete') ? 'closed_complete' : 'closed_incomplete';
}
